#include "kernel/auth/workspaces.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/files/file_bytes.hpp"
#include "kernel/files/installation.hpp"
#include "kernel/files/intake.hpp"
#include "kernel/mail/attachment.hpp"
#include "kernel/mail/delivery.hpp"
#include "kernel/mail/mail.hpp"
#include "kernel/mail/sender.hpp"
#include "tests/support/database.hpp"
#include "tests/support/mail_server.hpp"

#include <doctest.h>

#include <algorithm>
#include <fstream>

using mail::State;
using test_support::judged_messages;
using test_support::MailServer;
using test_support::TemporaryFolder;

namespace
{

/// A workspace, an installation and its jobs, with the business clock in a file.
class Office
{
  public:
    explicit Office(db::Engine engine)
        : database_(test_support::fresh_database(engine)),
          vault_({secrets::Key::random()}), workspace_{.id = {7},
                                                       .slug = "vigie",
                                                       .name = "Vigie",
                                                       .preset = "support-technique",
                                                       .time_zone = "Europe/Paris"}
    {
        context().write([](tenancy::WorkspaceTransaction& tx) { auth::create_workspace(tx); });
        set_clock("+0s");
        base::set_test_clock("@" + clock_file());
        install({});
    }
    ~Office() { base::set_test_clock("+0s"); }
    Office(const Office&) = delete;
    Office& operator=(const Office&) = delete;

    void install(mail::MailOptions options)
    {
        options.vault = &vault_;
        options.reach_of_workspaces = mail::Reach::Anywhere;
        jobs::registry() = {};
        mail::install(jobs::registry(), std::move(options));
    }
    void use(const MailServer& server)
    {
        install({.smtp_url = "smtp://127.0.0.1:" + std::to_string(server.port()),
                 .from_email = "etabli@support.example"});
    }
    void set_clock(std::string_view shift) const { std::ofstream{clock_file()} << shift; }
    void become_demonstration() { workspace_.is_demonstration = true; }

    tenancy::Context context() { return {**database_, workspace_, tenancy::Actor::system()}; }
    const secrets::Vault& vault() const { return vault_; }
    const std::filesystem::path& folder() const { return folder_.path(); }

    mail::MessageId send(const std::string& to = "rose@client.example")
    {
        return context().write([&](tenancy::WorkspaceTransaction& tx) {
            return mail::send(tx, {.to_name = "Rose",
                                   .to_email = to,
                                   .subject = "Réponse",
                                   .paragraphs = {"Bonjour Rose."},
                                   .template_name = "test"});
        });
    }
    mail::StoredMessage message(mail::MessageId id)
    {
        const auto all =
            context().read([](tenancy::WorkspaceTransaction& tx) { return mail::recent(tx); });
        const auto found =
            std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.id == id; });
        REQUIRE(found != all.end());
        return *found;
    }
    mail::Sender sender()
    {
        return context().read([](tenancy::WorkspaceTransaction& tx) { return mail::sender(tx); });
    }
    std::vector<jobs::Job> jobs_in(jobs::State state)
    {
        return context().read(
            [&](tenancy::WorkspaceTransaction& tx) { return jobs::recent(tx, state); });
    }
    int run_jobs()
    {
        jobs::Runner runner{**database_,
                            [&](tenancy::WorkspaceId) { return std::optional{workspace_}; }, 1};
        return runner.run_due();
    }

  private:
    std::string clock_file() const { return (folder_.path() / "now").string(); }

    TemporaryFolder folder_;
    std::unique_ptr<test_support::FreshDatabase> database_;
    secrets::Vault vault_;
    tenancy::Workspace workspace_;
};

mail::SenderChange own_server(const MailServer& server)
{
    return {.host = "127.0.0.1",
            .port = server.port(),
            .encryption = mail::Encryption::none,
            .from_name = "Bonjour Vigie",
            .from_email = "bonjour@vigie.example"};
}

void save(Office& office, const mail::SenderChange& change)
{
    office.context().write(
        [&](tenancy::WorkspaceTransaction& tx) { mail::save_sender(tx, office.vault(), change); });
}

void test_and_activate(Office& office)
{
    office.context().write([](tenancy::WorkspaceTransaction& tx) {
        mail::test_sender(tx, {.to_name = "Yann", .to_email = "yann@vigie.example"});
    });
    office.run_jobs();
    office.context().write([](tenancy::WorkspaceTransaction& tx) { mail::activate_sender(tx); });
}

} // namespace

TEST_CASE_ENGINES("a message leaves once, by the platform's server, with the business's name and "
                  "address to answer to")
{
    Office office{engine};
    const MailServer server{office.folder(), {}};
    office.use(server);
    office.context().write(
        [](tenancy::WorkspaceTransaction& tx) { mail::set_reply_to(tx, "bonjour@vigie.example"); });
    const auto id = office.send();
    CHECK(office.run_jobs() == 1);
    CHECK(office.run_jobs() == 0);
    CHECK(office.message(id).state == State::sent);
    CHECK(office.message(id).sent_at.has_value());
    const auto received = judged_messages(office.folder());
    REQUIRE(received.size() == 1);
    CHECK(received[0].from[0] ==
          std::pair<std::string, std::string>{"Vigie", "etabli@support.example"});
    CHECK(received[0].reply_to[0].second == "bonjour@vigie.example");
    CHECK(received[0].text.starts_with("Bonjour Rose."));
}

TEST_CASE_ENGINES("a paper goes with its message, with its name, byte for byte")
{ // QUO-021
    Office office{engine};
    const MailServer server{office.folder(), {}};
    office.use(server);
    files::install(jobs::registry(), {.folder = office.folder() / "files"});
    const auto paper = office.folder() / "paper.pdf";
    const std::string bytes{"%PDF-1.7\n\0\xff\r\n.\r\n%%EOF", 22};
    std::ofstream{paper, std::ios::binary} << bytes;
    const files::Intake intake{.taken = {{.name = "DEV-2026-0001.pdf",
                                          .content = {.type = "application/pdf"},
                                          .path = paper,
                                          .bytes = 22,
                                          .sha256 = files::sha256_of(paper)}},
                               .refused = {}};
    files::keep({7}, intake);
    const auto id = office.send();
    office.context().write([&](tenancy::WorkspaceTransaction& tx) {
        for (const auto file : files::attach(tx, {.kind = "test", .id = 1}, intake))
            mail::attach(tx, id, file);
    });
    CHECK(office.run_jobs() == 1);
    const auto received = judged_messages(office.folder());
    REQUIRE(received.size() == 1);
    CHECK(received[0].text.starts_with("Bonjour Rose."));
    CHECK(received[0].type == "multipart/mixed");
    REQUIRE(received[0].attachments.size() == 1);
    CHECK(received[0].attachments[0] ==
          std::pair<std::string, std::string>{"DEV-2026-0001.pdf", files::sha256_of(paper)});
}

TEST_CASE_ENGINES("without a server, and always for a demonstration, nothing leaves the machine")
{
    Office office{engine};
    const auto id = office.send();
    office.run_jobs();
    CHECK(office.message(id).state == State::local);

    const MailServer server{office.folder(), {}};
    office.use(server);
    save(office, own_server(server));
    test_and_activate(office);
    const auto before = judged_messages(office.folder()).size();
    const auto waiting = office.send();
    office.become_demonstration();
    office.run_jobs();
    CHECK(office.message(waiting).state == State::local);
    CHECK(office.message(office.send()).state == State::local);
    office.context().write([](tenancy::WorkspaceTransaction& tx) {
        mail::test_sender(tx, {.to_name = "Yann", .to_email = "yann@vigie.example"});
    });
    office.run_jobs();
    CHECK_FALSE(office.sender().verified_at.has_value());
    CHECK(judged_messages(office.folder()).size() == before);
}

TEST_CASE_ENGINES(
    "a server that is down, then asks to come back, gets the message in the end") // NTF-031
{
    Office office{engine};
    const int port = test_support::free_port();
    office.install({.smtp_url = "smtp://127.0.0.1:" + std::to_string(port),
                    .from_email = "etabli@support.example"});
    const auto id = office.send();
    CHECK(office.run_jobs() == 1);
    CHECK(office.message(id).state == State::waiting);
    CHECK_FALSE(office.message(id).last_error.empty());
    CHECK(office.run_jobs() == 0);

    const MailServer server{office.folder(), {.replies = "data:451", .port = port}};
    office.set_clock("+59s");
    CHECK(office.run_jobs() == 0);
    office.set_clock("+61s");
    CHECK(office.run_jobs() == 1);
    CHECK(office.message(id).last_error.find("451") != std::string::npos);
    office.set_clock("+6m");
    CHECK(office.run_jobs() == 0);
    office.set_clock("+7m");
    CHECK(office.run_jobs() == 1);
    CHECK(office.message(id).state == State::sent);
    CHECK(office.message(id).last_error.empty());
    CHECK(judged_messages(office.folder()).size() == 1);
}

TEST_CASE_ENGINES(
    "after the last delay a message is failed, with its cause, and can be sent again") // NTF-031
{
    Office office{engine};
    office.install({.smtp_url = "smtp://127.0.0.1:" + std::to_string(test_support::free_port())});
    const auto id = office.send();
    int attempts = 0;
    for (const auto* at : {"+0s", "+2m", "+8m", "+40m", "+3h", "+16h", "+40h", "+80h"}) {
        office.set_clock(at);
        attempts += office.run_jobs();
    }
    CHECK(attempts == 6);
    CHECK(office.message(id).state == State::failed);
    REQUIRE(office.jobs_in(jobs::State::failed).size() == 1);
    CHECK(office.jobs_in(jobs::State::failed)[0].last_error.find("rose") == std::string::npos);

    const MailServer server{office.folder(), {}};
    office.use(server);
    office.context().write([&](tenancy::WorkspaceTransaction& tx) { mail::send_again(tx, id); });
    office.run_jobs();
    CHECK(office.message(id).state == State::sent);
    CHECK_THROWS_AS(office.context().write(
                        [&](tenancy::WorkspaceTransaction& tx) { mail::send_again(tx, id); }),
                    base::Refusal);
}

TEST_CASE_ENGINES("an unknown recipient fails at once and is not tried again")
{
    Office office{engine};
    const MailServer server{office.folder(), {.replies = "rcpt:550"}};
    office.use(server);
    const auto id = office.send();
    office.run_jobs();
    CHECK(office.message(id).state == State::failed);
    CHECK(office.message(id).last_error.find("550 5.1.1 User unknown") != std::string::npos);
    CHECK(office.jobs_in(jobs::State::ready).empty());
    office.set_clock("+16h");
    CHECK(office.run_jobs() == 0);
}

TEST_CASE_ENGINES("staging sends everything to one address and says to whom it was")
{
    Office office{engine};
    const MailServer server{office.folder(), {}};
    office.install({.smtp_url = "smtp://127.0.0.1:" + std::to_string(server.port()),
                    .catch_all = "essais@support.example"});
    office.send();
    office.run_jobs();
    const auto received = judged_messages(office.folder());
    REQUIRE(received.size() == 1);
    CHECK(received[0].envelope_to == std::vector<std::string>{"essais@support.example"});
    CHECK(received[0].to[0].second == "essais@support.example");
    CHECK(received[0].header("Subject") == "[rose@client.example] Réponse");
    CHECK(received[0].header("X-Original-To") == "rose@client.example");
}

TEST_CASE_ENGINES("a workspace's own server sends once a test has left by it") // NTF-030
{
    Office office{engine};
    const TemporaryFolder own;
    const MailServer platform{office.folder(), {}};
    const MailServer server{own.path(), {.auth = "vigie:s3cret", .replies = "data:554"}};
    office.use(platform);
    auto change = own_server(server);
    change.user_name = "vigie";
    change.password = "s3cret";
    save(office, change);
    CHECK_THROWS_AS(office.context().write(
                        [](tenancy::WorkspaceTransaction& tx) { mail::activate_sender(tx); }),
                    base::Refusal);
    office.send();
    office.run_jobs();
    CHECK(judged_messages(office.folder()).size() == 1);

    CHECK_THROWS_AS(test_and_activate(office), base::Refusal);
    CHECK(office.sender().last_error.find("554") != std::string::npos);
    test_and_activate(office);
    CHECK(office.sender().state == mail::SenderState::active);
    office.send();
    office.run_jobs();
    const auto received = judged_messages(own.path());
    REQUIRE(received.size() == 2);
    CHECK(received[1].from[0] ==
          std::pair<std::string, std::string>{"Bonjour Vigie", "bonjour@vigie.example"});
    CHECK(received[1].is_signed_in);

    change.password.clear();
    save(office, change);
    CHECK(office.sender().state == mail::SenderState::draft);
    CHECK(office.sender().has_password);
}

TEST_CASE_ENGINES("a refused password holds the queue until the settings are mended") // NTF-034
{
    Office office{engine};
    const TemporaryFolder own;
    const int port = test_support::free_port();
    auto server = std::make_unique<MailServer>(
        own.path(), MailServer::Options{.auth = "vigie:s3cret", .port = port});
    auto change = own_server(*server);
    change.user_name = "vigie";
    change.password = "s3cret";
    save(office, change);
    test_and_activate(office);

    server.reset();
    server = std::make_unique<MailServer>(
        own.path(), MailServer::Options{.auth = "vigie:changed", .port = port});
    const auto first = office.send();
    const auto second = office.send();
    office.run_jobs();
    CHECK(office.sender().state == mail::SenderState::held);
    CHECK(office.message(first).state == State::waiting);
    CHECK(office.message(second).state == State::waiting);
    CHECK(office.jobs_in(jobs::State::ready).empty());

    change.password = "changed";
    save(office, change);
    test_and_activate(office);
    office.run_jobs();
    CHECK(office.message(first).state == State::sent);
    CHECK(office.message(second).state == State::sent);
}

TEST_CASE_ENGINES("what waited more than 72 hours is left for somebody to decide") // NTF-034
{
    Office office{engine};
    const MailServer server{office.folder(), {.auth = "vigie:s3cret"}};
    auto change = own_server(server);
    change.user_name = "vigie";
    change.password = "s3cret";
    save(office, change);
    test_and_activate(office);
    change.password = "wrong";
    save(office, change);
    office.context().write([](tenancy::WorkspaceTransaction& tx) {
        tx.execute({"test.activate",
                    "UPDATE mail_sender SET state = 'active' WHERE workspace_id = :workspace"});
    });
    const auto id = office.send();
    office.run_jobs();
    REQUIRE(office.message(id).state == State::waiting);
    office.set_clock("+73h");
    change.password = "s3cret";
    save(office, change);
    test_and_activate(office);
    CHECK(office.run_jobs() == 0);
    CHECK(office.message(id).state == State::failed);
}

TEST_CASE_ENGINES("the password of a server is sealed in the database, and for one workspace only")
{
    Office office{engine};
    const MailServer server{office.folder(), {}};
    auto change = own_server(server);
    change.user_name = "vigie";
    change.password = "s3cret";
    save(office, change);
    const auto kept = office.context().read([](tenancy::WorkspaceTransaction& tx) {
        return tx.value<std::string>(
            {"test.sealed",
             "SELECT sealed_password FROM mail_sender WHERE workspace_id = :workspace"});
    });
    REQUIRE(kept.has_value());
    CHECK(kept->find("s3cret") == std::string::npos);
    change.user_name.clear();
    change.password.clear();
    save(office, change);
    CHECK_FALSE(office.sender().has_password);
}
