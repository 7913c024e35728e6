#include "kernel/events/events.hpp"
#include "kernel/jobs/jobs.hpp"
#include "modules/letters/letters_test_kit.hpp"
#include "modules/privacy/events.hpp"

#include <algorithm>

using namespace letters_test;

namespace
{

constexpr const char* other = "malo@penhoat.example";

letters::LetterId id_at(const std::string& place)
{
    return *letters::LetterId::parse(place.substr(place.rfind('/') + 1));
}

void send_to(Office& office, const std::string& place, const std::string& email)
{
    const auto version = value_of(form_of(office.lea.browser.get(place)), "version");
    auto sending = Office::sending(version, email.empty() ? "hand" : "mail");
    put(sending, "email", email);
    REQUIRE(office.lea.browser.post(place + "/envoi", sending).status == 303);
}

/// The next version leaves, to that address; handed over to nobody's.
void send_again(Office& office, const std::string& place, const std::string& email)
{
    REQUIRE(office.lea.browser.post(place + "/version", {}).status == 303);
    send_to(office, place, email);
    office.world.run_jobs();
}

/// What the newest mail opens.
std::string link_of_last_mail(Office& office)
{
    std::smatch found;
    const auto text = office.mails().front().text;
    REQUIRE(std::regex_search(text, found, std::regex{"(/p/charpentes/courrier/[\\w-]+)"}));
    return found[1];
}

letters::Issue issue_of(Office& office, const std::string& place, std::int64_t issue)
{
    return office.world.context(office.firm, office.lea.actor).read([&](WorkspaceTransaction& tx) {
        return letters::LetterStore{tx}.find_issue(id_at(place), issue).value();
    });
}

void erase(Office& office, const std::string& email)
{
    office.world.context(office.firm, tenancy::Actor::system())
        .write([&](WorkspaceTransaction& tx) {
            events::publish(tx, privacy::PersonErased{
                                    .membership = {}, .email = email, .name = "Personne effacée"});
        });
}

} // namespace

TEST_CASE_ENGINES("a link opens what went to its address, never what went to another")
{
    Office office{engine}; // QUO-040 QUO-046
    const auto place = office.sent("service_contract", "Entretien annuel");
    const auto first = link_of_last_mail(office);
    auto visitor = office.world.visitor();
    send_again(office, place, other);
    const auto second = link_of_last_mail(office);
    REQUIRE(first != second);
    for (const auto* below : {"", "/page", "/pdf", "/signature", "/signature/pdf"})
        CHECK(visitor.get(first + below).status == 404);
    CHECK(visitor.post(first + "/signature/code", {}).status == 404);
    CHECK(visitor.get(second + "/signature").status == 200);

    send_again(office, place, "Aurore@Penhoat.example");
    CHECK(visitor.get(first + "/signature").status == 200);
    CHECK(visitor.get(second).status == 404);

    send_again(office, place, ""); // to whoever it is handed
    CHECK(visitor.get(first).status == 404);
    CHECK(visitor.get(first + "/signature").status == 404);
}

TEST_CASE_ENGINES("who is erased takes with him what went to him, not what went to another")
{
    Office office{engine}; // QUO-035
    const auto place = office.sent("simple", "Reprise");
    send_again(office, place, other);
    const auto link = link_of_last_mail(office);
    erase(office, "Aurore@Penhoat.example");

    const auto his = issue_of(office, place, 1);
    CHECK(his.to_name == "Personne effacée");
    CHECK(his.to_email.empty());
    CHECK(his.words.empty());
    CHECK(his.forgotten_at);
    const auto kept = issue_of(office, place, 2);
    CHECK(kept.to_email == other);
    CHECK(kept.words == "Bonne lecture.");
    CHECK_FALSE(kept.forgotten_at);
    CHECK(office.world.visitor().get(link).status == 200);
}

TEST_CASE_ENGINES("of a client who is erased every version is forgotten, to whomever it went")
{
    Office office{engine}; // QUO-035
    office.aurore =
        office.world.context(office.firm, office.lea.actor).write([](WorkspaceTransaction& tx) {
            return crm::add_client(tx, {.kind = crm::ClientKind::person,
                                        .first_name = "Maela",
                                        .last_name = "Kerdoncuff",
                                        .email = "maela@kerdoncuff.example"});
        });
    const auto place = office.sent("simple", "Reprise");
    send_again(office, place, other);
    erase(office, "maela@kerdoncuff.example");
    CHECK(issue_of(office, place, 1).forgotten_at);
    CHECK(issue_of(office, place, 2).to_email.empty());
}

TEST_CASE_ENGINES("each version that leaves has a job of its own")
{
    Office office{engine}; // QUO-035
    const auto place = office.start("simple", "Reprise");
    send_to(office, place, other);
    REQUIRE(office.lea.browser.post(place + "/version", {}).status == 303);
    send_to(office, place, other); // while the first one is drawn
    const auto waiting =
        office.world.context(office.firm, tenancy::Actor::system())
            .read([](WorkspaceTransaction& tx) { return jobs::recent(tx, jobs::State::ready); });
    CHECK(std::ranges::count(waiting, std::string{letters::issue_job}, &jobs::Job::kind) == 2);
    office.world.run_jobs();
    CHECK(office.mails().size() == 2);
}
