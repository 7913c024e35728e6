#include "kernel/auth/memberships.hpp"
#include "kernel/base/text.hpp"
#include "kernel/mail/mail.hpp"
#include "kernel/mail/mailbox.hpp"
#include "modules/mailbox/mailbox.hpp"
#include "modules/mailbox/received_store.hpp"
#include "modules/tickets/page_test_kit.hpp"

using mailbox::Taken;
using tenancy::WorkspaceTransaction;
using tickets_test::holds;
using tickets_test::Member;
using tickets_test::value_in;

namespace
{

constexpr const char* box_page = "/e/vigie/reglages/reception";
constexpr std::string_view photo =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJg"
    "gg==";

/// The right of another module, not part of this world.
void declare_settings(kernel::Module& module)
{
    module.permission("workspace.settings", "settings.permission.settings");
}

/// The desk of Vigie, whose mailbox is connected; Malo has asked for something.
struct Post {
    explicit Post(db::Engine engine)
        : world(engine, {{"crm", crm::describe},
                         {"projects", projects::describe},
                         {"tickets", tickets::describe},
                         {"settings", declare_settings},
                         {"mailbox", mailbox::describe}}),
          vigie(world.add_workspace("vigie")),
          enora(world.add_member(vigie, {.name = "Enora Le Bihan", .role = "admin"})),
          goulven(world.add_member(vigie, {.name = "Goulven Tréguer", .role = "technicien"})),
          client(house().write([](WorkspaceTransaction& tx) {
              return crm::add_client(
                  tx, {.company_name = "Kervella Alarmes", .email = "accueil@kervella.example"});
          })),
          malo(world.add_member(vigie, {.name = "Malo Kervella",
                                        .role = "client",
                                        .side = tenancy::Side::portal,
                                        .client = client}))
    {
        project = add_project("Site Horizon");
    }

    tenancy::Context house() { return world.context(vigie, tenancy::Actor::system()); }
    projects::ProjectId add_project(const std::string& name)
    {
        return house().write([&](WorkspaceTransaction& tx) {
            const auto id = projects::add_project(tx, {.name = name});
            projects::assign_client(tx, id, client);
            return id;
        });
    }
    /// By the test message, as an admin does.
    void connect()
    {
        enora.browser.post(box_page, {{"address", "support@vigie.example"},
                                      {"trusted_server", "mx.vigie.example"}});
        enora.browser.post(std::string{box_page} + "/essai");
        CHECK(take(letter("support@vigie.example", "Essai", "Automatique"), newest().to_email) ==
              Taken::kept);
    }
    std::string open_request()
    {
        auto who = world.context(vigie, malo.actor);
        return who
            .write([&](WorkspaceTransaction& tx) {
                return tickets::open_ticket(tx, {.title = "Caméra 4 hors ligne",
                                                 .description = "Depuis ce matin.",
                                                 .project = project,
                                                 .client = client});
            })
            .number;
    }
    mail::StoredMessage newest()
    {
        return house().read([](WorkspaceTransaction& tx) { return mail::recent(tx).front(); });
    }
    /// Where the newest mail to Malo says an answer goes.
    std::string answer_address()
    {
        constexpr db::Query newest_reply{"test.reply_to", R"sql(
            SELECT reply_to FROM outbox WHERE workspace_id = :workspace AND to_email = :email
             ORDER BY id DESC LIMIT 1)sql"};
        return house().read([&](WorkspaceTransaction& tx) {
            return tx.value<std::string>(newest_reply, {{"email", "malo@vigie.example"}}).value();
        });
    }
    static std::string letter(const std::string& from, const std::string& subject,
                              const std::string& text, const std::string& headers = {})
    {
        return "From: <" + from + ">\r\nTo: support@vigie.example\r\nSubject: " + subject + "\r\n" +
               headers + "\r\n" + text + "\r\n";
    }
    Taken take(const std::string& bytes, const std::string& to = "support@vigie.example",
               std::optional<std::string> from = {})
    {
        auto context = house();
        return mailbox::deliver(context, {.bytes = bytes, .to = to, .from = std::move(from)});
    }
    std::vector<mailbox::Received> waiting()
    {
        return house().read(
            [](WorkspaceTransaction& tx) { return mailbox::ReceivedStore{tx}.waiting(); });
    }
    std::string why(const mailbox::Received& mail)
    {
        return std::string{forms::enum_name(mail.why)};
    }
    std::string page_of(const std::string& number)
    {
        return enora.browser.get("/e/vigie/tickets/" + number).body;
    }
    bool is_in(const std::string& number, std::string_view words)
    {
        return page_of(number).find(words) != std::string::npos;
    }

    test_world::World world;
    tenancy::Workspace vigie;
    Member enora;
    Member goulven;
    tenancy::ClientId client;
    Member malo;
    projects::ProjectId project;
};

} // namespace

TEST_CASE_ENGINES("nobody is invited to answer by mail before a test message came back")
{
    Post post{engine}; // NTF-030
    const auto number = post.open_request();
    CHECK(post.answer_address().empty());
    CHECK(post.take(Post::letter("malo@vigie.example", "Bonjour", "x")) == Taken::no_mailbox);
    CHECK(holds(
        post.enora.browser.post(box_page, {{"address", "une-adresse-bien-trop-longue@v.example"},
                                           {"trusted_server", "mx vigie"}}),
        "21 caractères au plus"));
    CHECK(post.goulven.browser.get(box_page).status == 403);

    post.connect();
    CHECK(holds(post.enora.browser.get(box_page), "support@vigie.example est branchée"));
    post.goulven.browser.post("/e/vigie/tickets/" + number + "/messages",
                              {{"body", "Nous regardons."}});
    CHECK(post.answer_address().starts_with("support+"));
    CHECK(post.newest().text.find("répondez à ce message") != std::string::npos);

    post.enora.browser.post(std::string{box_page} + "/arret");
    post.goulven.browser.post("/e/vigie/tickets/" + number + "/messages",
                              {{"body", "C’est fait."}});
    CHECK(post.answer_address().empty());
    CHECK(post.take(Post::letter("malo@vigie.example", "Bonjour", "x")) == Taken::no_mailbox);
}

TEST_CASE_ENGINES("a client's answer goes into his ticket, with its files, once")
{
    Post post{engine}; // TKT-048
    post.connect();
    const auto number = post.open_request();
    const auto to = post.answer_address();
    const auto answer = Post::letter(
        "Malo@vigie.example", "Re: Votre demande",
        "--m\r\nContent-Type: text/plain\r\n\r\nElle clignote en rouge.\r\n\r\n"
        "On Sat, Vigie wrote:\r\n> Est-ce mieux ?\r\n--m\r\n"
        "Content-Type: image/png; name=camera.png\r\n"
        "Content-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
            std::string{photo} + "\r\n--m--",
        "Message-ID: <1@kervella.example>\r\nMIME-Version: 1.0\r\n"
        "Content-Type: multipart/mixed; boundary=m\r\n");
    CHECK(post.take(answer, to) == Taken::kept);
    CHECK(post.take("Received: by another\r\n" + answer, to) == Taken::kept);
    CHECK(post.waiting().empty());
    const auto page = post.page_of(number);
    CHECK(page.find("Elle clignote en rouge.") != std::string::npos);
    CHECK(page.find("Elle clignote en rouge.") == page.rfind("Elle clignote en rouge."));
    CHECK(page.find("Est-ce mieux") == std::string::npos);
    CHECK(page.find("camera.png") != std::string::npos);
    CHECK(holds(post.malo.browser.get("/p/vigie/demandes/" + number), "Elle clignote en rouge."));
    CHECK(post.newest().to_name != "Malo Kervella");
}

TEST_CASE_ENGINES("a forged sender never acts as the person he names")
{
    Post post{engine}; // TKT-003, TKT-048
    post.connect();
    const auto number = post.open_request();
    const auto to = post.answer_address();
    const auto headers = "References: <" + number + "@vigie.example>\r\nIn-Reply-To: <" + number +
                         "@vigie.example>\r\n";
    CHECK(post.take(Post::letter("malo@vigie.example", "Re: " + number, "Sans clé", headers)) ==
          Taken::kept);
    auto forged = to;
    forged[40] = forged[40] == 'a' ? 'b' : 'a';
    CHECK(post.take(Post::letter("malo@vigie.example", "Re", "Clé changée"), forged) ==
          Taken::kept);
    CHECK(post.take(Post::letter("intrus@ailleurs.example", "Re", "Clé volée"), to) == Taken::kept);
    CHECK(post.take(Post::letter("enora@vigie.example", "Re", "Au nom de l’équipe"), to) ==
          Taken::kept);
    const std::string passes = "dmarc=pass header.from=vigie.example\r\n";
    CHECK(post.take(Post::letter("malo@vigie.example", "Re", "Faux verdict",
                                 "Authentication-Results: ailleurs.example; " + passes)) ==
          Taken::kept);
    CHECK(post.take(Post::letter("malo@vigie.example", "Re", "Verdict recouvert",
                                 "Authentication-Results: ailleurs.example; " + passes +
                                     "Authentication-Results: mx.vigie.example; " + passes)) ==
          Taken::kept);
    CHECK(post.waiting().size() == 6);
    for (const auto* words :
         {"Sans clé", "Clé changée", "Clé volée", "Au nom", "Faux", "recouvert"})
        CHECK_FALSE(post.is_in(number, words));
    CHECK(post.why(post.waiting().at(0)) == "unknown");
    CHECK(post.why(post.waiting().at(2)) == "unproven");
}

TEST_CASE_ENGINES("the server the business trusts vouches for a sender who has one site")
{
    Post post{engine};
    post.connect();
    const auto vouched = [](const std::string& text) {
        return Post::letter("malo@vigie.example", "TR : Portail bloqué", text,
                            "Authentication-Results: mx.vigie.example; dmarc=pass "
                            "header.from=vigie.example\r\n");
    };
    CHECK(post.take(vouched("Il ne ferme plus.")) == Taken::kept);
    CHECK(post.waiting().empty());
    const auto list = post.enora.browser.get("/e/vigie/tickets?vue=all");
    CHECK(holds(list, "Portail bloqué"));
    post.add_project("Site Dunes");
    CHECK(post.take(vouched("Un autre.")) == Taken::kept);
    REQUIRE(post.waiting().size() == 1);
    CHECK(post.why(post.waiting().front()) == "refused");
}

TEST_CASE_ENGINES("machines, lists and our own messages make no ticket and get no answer")
{
    Post post{engine}; // TKT-048
    post.connect();
    const auto number = post.open_request();
    const auto to = post.answer_address();
    const auto mails =
        post.house().read([](WorkspaceTransaction& tx) { return mail::recent(tx).size(); });
    for (const auto* header : {"Auto-Submitted: auto-replied", "Precedence: list",
                               "List-Id: <x.example>", "Return-Path: <>"})
        CHECK(post.take(Post::letter("malo@vigie.example", header, "Absent",
                                     std::string{header} + "\r\n"),
                        to) == Taken::kept);
    CHECK(post.take(Post::letter("malo@vigie.example", "Undelivered", "Absent"), to, "") ==
          Taken::kept);
    constexpr db::Query own_id{"test.message_id", R"sql(
        SELECT message_id FROM outbox WHERE workspace_id = :workspace ORDER BY id DESC LIMIT 1)sql"};
    const auto own = post.house().read(
        [&](WorkspaceTransaction& tx) { return tx.value<std::string>(own_id).value(); });
    CHECK(post.take(Post::letter("malo@vigie.example", "Retour", "Absent",
                                 "Message-ID: <" + own + ">\r\n"),
                    to) == Taken::kept);
    CHECK(post.waiting().empty());
    CHECK_FALSE(post.is_in(number, "Absent"));
    CHECK(post.house().read([](WorkspaceTransaction& tx) { return mail::recent(tx).size(); }) ==
          mails);
    const auto page = post.goulven.browser.get("/e/vigie/courrier");
    CHECK(holds(page, "Ignoré"));
    CHECK(holds(page, "Rien à rattacher"));
}

TEST_CASE_ENGINES("a loop stops by itself, and a flood fills nothing")
{
    Post post{engine};
    post.connect();
    const auto number = post.open_request();
    const auto to = post.answer_address();
    for (int i = 0; i < 6; ++i)
        CHECK(post.take(Post::letter("malo@vigie.example", "Re", "Tour " + std::to_string(i)),
                        to) == Taken::kept);
    CHECK(post.is_in(number, "Tour 2"));
    CHECK_FALSE(post.is_in(number, "Tour 3"));
    CHECK(post.waiting().size() == 3);
    CHECK(post.why(post.waiting().front()) == "too_many");
    for (int i = 0; i < 30; ++i)
        post.take(Post::letter("flot@ailleurs.example", "Vente " + std::to_string(i), "Achetez"));
    CHECK(post.waiting().size() == 13);
    CHECK(post.take(Post::letter("malo@vigie.example", "Autre chose", "Sans clé",
                                 "Authentication-Results: mx.vigie.example; dmarc=pass "
                                 "header.from=vigie.example\r\n")) == Taken::kept);
    CHECK(post.why(post.waiting().back()) == "too_many");
    CHECK(post.take("Subject: x\r\n\r\nSans auteur") == Taken::unreadable);
}

TEST_CASE_ENGINES("what is not proven waits until the team links it, opens a ticket or rejects it")
{
    Post post{engine}; // TKT-003, TKT-004
    post.connect();
    const auto number = post.open_request();
    const std::string list = "/e/vigie/courrier";
    post.take(
        Post::letter("accueil@kervella.example", "Re: Caméra", "**Toujours** en panne.\r\n# Non"));
    post.take(Post::letter("rose@inconnue.example", "Devis <b>", "<script>alert(1)</script>"));
    post.take(Post::letter("vente@ailleurs.example", "Promotion", "Achetez"));
    CHECK(holds(post.goulven.browser.get("/e/vigie/courrier"), "Devis &lt;b&gt;"));
    const auto mails = post.waiting();
    REQUIRE(mails.size() == 3);

    const auto first = list + "/" + mails[0].id.text();
    const auto page = post.goulven.browser.get(first);
    CHECK(holds(page, "Rien ne prouve qui a écrit ce message"));
    CHECK(holds(page, "Kervella Alarmes · Site Horizon"));
    CHECK(post.goulven.browser.post(first + "/ticket", {{"number", ""}}).status == 422);
    const auto wrong = post.goulven.browser.post(first + "/ticket", {{"number", "T-2020-00001"}});
    CHECK(wrong.status == 422);
    CHECK(holds(wrong, "Aucun ticket ne porte ce numéro."));
    CHECK(post.goulven.browser.post(first + "/ticket", {{"number", number}}).status == 303);
    CHECK(post.is_in(number, "Reçu par e-mail de <a"));
    CHECK(holds(post.malo.browser.get("/p/vigie/demandes/" + number), "Toujours"));
    const auto late = post.enora.browser.post(first + "/rejet");
    CHECK(late.status == 409);
    CHECK(holds(late, "Un collègue vient de traiter ce message"));

    const auto second = list + "/" + mails[1].id.text();
    CHECK_FALSE(holds(post.goulven.browser.get(second), "<script>alert"));
    CHECK(post.goulven.browser.post(second + "/nouveau", {{"title", "Devis"}, {"place", "1:2"}})
              .status == 422);
    const auto place = post.client.text() + ":" + post.project.text();
    CHECK(post.goulven.browser.post(second + "/nouveau", {{"title", "Devis"}, {"place", place}})
              .status == 303);
    CHECK(holds(post.enora.browser.get("/e/vigie/tickets?vue=all"), "Devis"));

    CHECK(post.goulven.browser.post(list + "/" + mails[2].id.text() + "/rejet").status == 303);
    CHECK(post.waiting().empty());
    CHECK(post.malo.browser.get("/p/vigie/courrier").status == 404);
    CHECK(post.goulven.browser.get(list + "/1").status == 404);
}

TEST_CASE_ENGINES("a deactivated account's key opens nothing, and a closed ticket waits")
{
    Post post{engine};
    post.connect();
    const auto number = post.open_request();
    const auto to = post.answer_address();
    const auto page = post.enora.browser.get("/e/vigie/tickets/" + number);
    post.enora.browser.post("/e/vigie/tickets/" + number + "/deplacement",
                            {{"move", "close_without_resolution"},
                             {"reason", "duplicate"},
                             {"version", value_in(page, "version")}});
    CHECK(post.take(Post::letter("malo@vigie.example", "Re", "Encore"), to) == Taken::kept);
    REQUIRE(post.waiting().size() == 1);
    CHECK(post.why(post.waiting().front()) == "refused");
    post.house().write([&](WorkspaceTransaction& tx) {
        auth::set_status(tx, post.malo.membership, auth::MembershipStatus::deactivated);
    });
    CHECK(post.take(Post::letter("malo@vigie.example", "Re", "Parti"), to) == Taken::kept);
    CHECK(post.why(post.waiting().back()) == "unproven");
}
