#include "kernel/base/text.hpp"
#include "kernel/files/file_bytes.hpp"
#include "kernel/files/installation.hpp"
#include "kernel/jobs/jobs.hpp"
#include "modules/accounting/accounting.hpp"
#include "modules/accounting/safe_store.hpp"
#include "modules/notifications/notification_store.hpp"
#include "tests/books/books_test_kit.hpp"
#include "tests/support/simulated_s3.hpp"

#include <algorithm>

using namespace books_test;
using test_support::SimulatedS3;
using test_world::holds;
using test_world::Typed;

namespace
{

constexpr const char* page = "/e/charpentes/reglages/coffre";

/// Sold, paid and credited forty days ago, and looked at today.
struct Told {
    explicit Told(db::Engine engine) : books((base::set_test_clock("-40d"), engine))
    {
        accounting::use_services({.reach = accounting::ServiceReach::loopback_too});
        month = books.today().text().substr(0, 7);
        sold_id = books.invoice(books.aurore(), {sold(100'000)});
        books.pay(sold_id, {60'000});
        credit_id = books.credit(sold_id, Cents{12'000});
        books.world.run_jobs();
        base::set_test_clock("+0s");
        admin.emplace(books.world.add_member(books.firm, {.name = "Lou", .role = "admin"}));
    }
    ~Told()
    {
        base::set_test_clock("+0s");
        accounting::use_services({});
    }
    Told(const Told&) = delete;
    Told& operator=(const Told&) = delete;

    Typed typed(const std::string& secret = SimulatedS3::secret) const
    {
        return {{"address", service.address() + "/"},
                {"bucket", SimulatedS3::bucket},
                {"region", SimulatedS3::region},
                {"access_name", SimulatedS3::access_key},
                {"secret", secret}};
    }
    http::Response post(const std::string& end, const Typed& what = {})
    {
        return admin->browser.post(page + end, what);
    }
    http::Response get(const std::string& end = "") { return admin->browser.get(page + end); }
    void connect()
    {
        REQUIRE(post("", typed()).status == 303);
        REQUIRE(post("/essai").status == 303);
    }
    accounting::Safe safe()
    {
        return books.read(
            [](WorkspaceTransaction& tx) { return accounting::SafeStore{tx}.find(); });
    }
    std::vector<accounting::SafeMonth> months()
    {
        return books.read(
            [](WorkspaceTransaction& tx) { return accounting::SafeStore{tx}.months(); });
    }
    /// The names of what is there, without what follows the last hyphen.
    std::vector<std::string> stems() const
    {
        std::vector<std::string> all;
        for (const auto& [key, bytes] : service.objects)
            all.push_back(key.substr(0, key.rfind('-')));
        return all;
    }
    std::string starting(const std::string& stem) const
    {
        const auto found = std::ranges::find_if(
            service.objects, [&](const auto& one) { return one.first.starts_with(stem); });
        return found == service.objects.end() ? std::string{} : found->second;
    }
    /// What housekeeping would leave at that moment, done.
    void round(const char* clock)
    {
        base::set_test_clock(clock);
        accounting::plan_copies(books.world.database(), base::now());
        books.world.run_jobs();
        base::set_test_clock("+0s"); // a session does not outlive what housekeeping waits for
    }
    std::size_t rings()
    {
        return books.world.context(books.firm, admin->actor).read([](WorkspaceTransaction& tx) {
            return notifications::NotificationStore{tx}.unread().size();
        });
    }

    SimulatedS3 service;
    Books books;
    std::string month;
    InvoiceId sold_id;
    InvoiceId credit_id;
    std::optional<test_world::Member> admin;
};

} // namespace

TEST_CASE_ENGINES("a month that is over leaves whole: its FEC, its lists and its papers")
{
    Told told{engine}; // ACC-005
    told.connect();
    CHECK(told.get().body.find(SimulatedS3::secret) == std::string::npos);
    told.books.world.run_jobs();
    const auto last = told.month;
    const auto& objects = told.service.objects;
    REQUIRE(objects.size() == 6);
    const auto fec = told.starting(last + "/732829320FEC");
    CHECK(fec.starts_with("JournalCode\t"));
    CHECK(holds(http::Response::text(told.starting(last + "/ventes-")), "1000,00;200,00;1200,00"));
    CHECK(holds(http::Response::text(told.starting(last + "/reglements-")), "600,00"));
    CHECK(holds(http::Response::text(told.starting(last + "/ecritures-")), "VE000001"));
    for (const auto id : {told.sold_id, told.credit_id}) {
        const auto facts = told.books.facts(id);
        const auto paper = told.starting(last + "/" + facts.number);
        CHECK(paper.starts_with("%PDF"));
        CHECK(base::hex(base::sha256(paper)) == facts.paper_sha256);
    }
    const auto months = told.months();
    REQUIRE(months.size() == 1);
    CHECK(months.front().month == last);
    CHECK(months.front().objects == 6);
    CHECK(holds(told.get(), "Mois envoyés"));
    const auto list = told.get("/envois.csv");
    for (const auto& [key, bytes] : objects)
        CHECK(holds(list, key));
}

TEST_CASE_ENGINES("what is there is not sent twice, and a month is sent anew when it has grown")
{
    Told told{engine}; // ACC-005
    told.connect();
    told.books.world.run_jobs();
    const auto sent = told.service.puts.size();
    told.round("+1d");
    CHECK(told.service.puts.size() == sent);
    CHECK(told.post("/envois").status == 303);
    told.books.world.run_jobs();
    CHECK(told.service.puts.size() == sent);

    told.books.received_on = *base::Date::parse(told.month + "-28");
    told.books.pay(told.sold_id, {1'000});
    told.round("+1d");
    CHECK(told.months().size() == 2);
    CHECK(told.service.puts.size() == sent + 3); // the papers and the sales are as they were
}

TEST_CASE_ENGINES("a failure is told to the owner, and goes on the next day from where it stopped")
{
    Told told{engine}; // ACC-005
    told.connect();
    told.service.down_after = 2;
    const auto before = told.rings();
    told.books.world.run_jobs();
    CHECK(told.safe().failed_at.has_value());
    CHECK(told.rings() == before + 1);
    CHECK(holds(told.get(), "Le dernier envoi a échoué"));
    CHECK(holds(told.admin->browser.get("/e/charpentes/notifications"),
                "La copie des comptes n’est pas partie"));
    CHECK(told.months().empty());
    const auto tried = told.service.puts;

    told.service.down_after = -1;
    told.round("+2h");
    CHECK(told.service.puts == tried);
    told.round("+24h");
    CHECK(told.months().size() == 1);
    CHECK_FALSE(told.safe().failed_at.has_value());
    CHECK(told.rings() == before);
    auto puts = told.service.puts;
    std::ranges::sort(puts);
    CHECK(std::ranges::adjacent_find(puts) == puts.end());
}

TEST_CASE_ENGINES("an answer that was lost is found there, and bytes that are cut short are seen")
{
    Told told{engine}; // ACC-005
    told.connect();
    const auto first = told.service.puts.size();
    told.service.lost_answers = 1;
    told.books.world.run_jobs();
    CHECK(told.safe().failed_at.has_value());
    told.round("+24h");
    CHECK(told.months().size() == 1);
    CHECK(told.service.puts.size() == first + 6);

    told.service.cuts_short = true;
    told.books.received_on = *base::Date::parse(told.month + "-28");
    told.books.pay(told.sold_id, {1'000});
    told.round("+24h");
    CHECK(holds(told.get(), "ne garde pas ce qui lui a été envoyé"));
    told.service.cuts_short = false;
    told.round("+49h");
    CHECK(told.months().size() == 2);
    CHECK(told.starting(told.month + "/732829320FEC").size() > 500);
}

TEST_CASE_ENGINES("a wrong secret is refused by the service, in words, and nothing leaves")
{
    Told told{engine}; // ACC-005
    REQUIRE(told.post("", told.typed("un autre secret")).status == 303);
    CHECK(told.safe().sealed_secret.find("autre") == std::string::npos);
    CHECK(told.post("/essai").status == 303);
    CHECK(holds(told.get(), "la clé secrète n’est pas celle"));
    told.round("+1d");
    CHECK(told.service.puts.empty());
    CHECK(told.post("/envois").status == 422);

    auto kept = told.typed("");
    CHECK(told.post("", kept).status == 303); // of the same address and key: the one kept
    kept[3] = {"access_name", "AUTRE"};
    CHECK(told.post("", kept).status == 422);
    auto elsewhere = told.typed("");
    elsewhere[0] = {"address", "https://s3.ailleurs.example"};
    CHECK(told.post("", elsewhere).status == 422);
    REQUIRE(told.post("", told.typed()).status == 303);
    CHECK(told.post("/essai").status == 303);
    CHECK(holds(told.get(), "Les envois sont en route"));
    CHECK(told.service.objects.empty()); // the trial took back what it wrote
    CHECK(told.post("/arret").status == 303);
    told.round("+1d");
    CHECK(told.service.objects.empty());
}

TEST_CASE_ENGINES("an address that is none, or is on this machine, is refused at its field")
{
    Told told{engine}; // ACC-005
    accounting::use_services({});
    for (const char* address :
         {"http://s3.example", "https://s3.example/bucket", "https://u:p@s3.example",
          "https://s3.example?x", "ftp://s3.example", "https://:443", "http://127.0.0.1:9000"}) {
        auto typed = told.typed();
        typed[0] = {"address", address};
        const auto answer = told.post("", typed);
        CHECK_MESSAGE(answer.status == 422, address);
        CHECK(holds(answer, "sans chemin"));
    }
    auto typed = told.typed();
    typed[0] = {"address", "https://127.0.0.1:" + told.service.address().substr(17)};
    REQUIRE(told.post("", typed).status == 303);
    CHECK(told.post("/essai").status == 303);
    CHECK(holds(told.get(), "n’est pas sur Internet"));
    typed[1] = {"bucket", "Pas Un Nom"};
    CHECK(told.post("", typed).status == 422);
    const auto accountant =
        told.books.world.add_member(told.books.firm, {.name = "Soazig", .role = "comptable"});
    auto browser = accountant.browser;
    CHECK(browser.get(page).status == 403);
}
