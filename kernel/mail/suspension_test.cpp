#include "kernel/auth/workspaces.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/mail/delivery.hpp"
#include "kernel/mail/erasure.hpp"
#include "kernel/mail/mailbox.hpp"
#include "kernel/mail/suspension.hpp"
#include "tests/support/database.hpp"
#include "tests/support/mail_server.hpp"

#include <doctest.h>

#include <algorithm>

using mail::State;
using tenancy::WorkspaceTransaction;
using test_support::judged_messages;
using test_support::MailServer;

namespace
{

/// A workspace whose mail leaves by one server, and whose mailbox is connected.
class Office
{
  public:
    explicit Office(db::Engine engine)
        : database_(test_support::fresh_database(engine)), vault_({secrets::Key::random()})
    {
        context().write([](WorkspaceTransaction& tx) { auth::create_workspace(tx); });
    }
    void use(const MailServer& server, const std::string& from)
    {
        jobs::registry() = {};
        mail::install(jobs::registry(),
                      {.smtp_url = "smtp://127.0.0.1:" + std::to_string(server.port()),
                       .from_email = from,
                       .vault = &vault_,
                       .reach_of_workspaces = mail::Reach::Anywhere});
    }
    void connect()
    {
        context().write([](WorkspaceTransaction& tx) {
            mail::save_mailbox(tx, "support@vigie.example", "");
            mail::check_mailbox(tx);
            mail::connect_mailbox(tx, mail::mailbox(tx).check_id);
        });
        run_jobs();
    }
    tenancy::Context context() { return {**database_, workspace_, tenancy::Actor::system()}; }
    mail::MessageId send(bool by_platform = false)
    {
        const auto id = context().write([&](WorkspaceTransaction& tx) {
            return mail::send(tx, {.to_name = "Rose",
                                   .to_email = "Rose@client.example",
                                   .subject = "Réponse",
                                   .paragraphs = {"Bonjour Rose."},
                                   .template_name = "test",
                                   .by_platform = by_platform});
        });
        run_jobs();
        return id;
    }
    mail::StoredMessage message(mail::MessageId id)
    {
        const auto all = context().read([](WorkspaceTransaction& tx) { return mail::recent(tx); });
        return *std::ranges::find(all, id, &mail::StoredMessage::id);
    }
    bool is_suspended()
    {
        return context().read(
            [](WorkspaceTransaction& tx) { return mail::is_suspended(tx, "rose@client.example"); });
    }
    void run_jobs()
    {
        jobs::Runner{**database_, [&](tenancy::WorkspaceId) { return std::optional{workspace_}; },
                     1}
            .run_due();
    }

  private:
    std::unique_ptr<test_support::FreshDatabase> database_;
    secrets::Vault vault_;
    tenancy::Workspace workspace_{.id = {7},
                                  .slug = "vigie",
                                  .name = "Vigie",
                                  .preset = "support-technique",
                                  .time_zone = "Europe/Paris"};
};

} // namespace

TEST_CASE_ENGINES("reports come back to a signed address when the sender is of the same domain")
{
    Office office{engine}; // NTF-035
    const test_support::TemporaryFolder folder;
    const MailServer server{folder.path(), {}};
    office.use(server, "bonjour@vigie.example");
    office.connect();
    office.send();
    CHECK(judged_messages(folder.path()).back().envelope_from.starts_with("support+"));
    office.use(server, "bonjour@ailleurs.example");
    office.send();
    CHECK(judged_messages(folder.path()).back().envelope_from == "bonjour@ailleurs.example");
}

TEST_CASE_ENGINES(
    "an address its server refuses is suspended; account mail still leaves, a resend lifts")
{
    Office office{engine}; // NTF-035
    const test_support::TemporaryFolder folder;
    const MailServer server{folder.path(), {}};
    {
        const MailServer refusing{folder.path(), {.replies = "rcpt:550"}};
        office.use(refusing, "bonjour@ailleurs.example");
        const auto refused = office.send();
        CHECK(office.message(refused).state == State::failed);
        CHECK(office.is_suspended());
    }
    office.use(server, "bonjour@ailleurs.example");
    const auto before = judged_messages(folder.path()).size();
    const auto kept = office.send();
    CHECK(office.message(kept).state == State::failed);
    CHECK(office.message(kept).last_error.starts_with("Adresse suspendue"));
    CHECK(judged_messages(folder.path()).size() == before);
    CHECK(office.message(office.send(true)).state == State::sent);

    office.context().write([&](WorkspaceTransaction& tx) { mail::send_again(tx, kept); });
    office.run_jobs();
    CHECK(office.message(kept).state == State::sent);
    CHECK_FALSE(office.is_suspended());
}

TEST_CASE_ENGINES("who is forgotten leaves no suspended address") // NTF-035, AUD-030
{
    Office office{engine};
    const auto id = office.context().write([](WorkspaceTransaction& tx) {
        return mail::send(tx, {.to_name = "Rose",
                               .to_email = "rose@client.example",
                               .subject = "Réponse",
                               .paragraphs = {"Bonjour"},
                               .template_name = "test"});
    });
    office.context().write([&](WorkspaceTransaction& tx) {
        mail::note_failure(
            tx, id, {.status = "5.2.2", .words = "full", .recipients = {"rose@client.example"}});
        CHECK_FALSE(mail::is_suspended(tx, "rose@client.example"));
        mail::note_failure(
            tx, id,
            {.status = "5.1.1", .words = "unknown", .recipients = {"former@client.example"}});
        CHECK_FALSE(mail::is_suspended(tx, "rose@client.example"));
        mail::note_failure(
            tx, id, {.status = "5.1.1", .words = "unknown", .recipients = {"rose@client.example"}});
        CHECK(mail::is_suspended(tx, "ROSE@client.example"));
        CHECK(mail::suspensions_of(tx, {"rose@client.example", "malo@client.example"}).size() == 1);
        mail::forget_recipient(tx, "rose@client.example");
        CHECK_FALSE(mail::is_suspended(tx, "rose@client.example"));
        CHECK_THROWS_AS(mail::resume_address(tx, "rose@client.example"), base::NotFound);
    });
}
