// Kills the process that delivers mail right after the server took a message and before that is
// noted: the message leaves again under the same Message-ID, and nothing is lost.

#include "kernel/jobs/job_store.hpp"
#include "kernel/mail/delivery.hpp"
#include "kernel/mail/mail.hpp"
#include "kernel/mail/outbox_store.hpp"
#include "tests/faults/checks.hpp"
#include "tests/support/database.hpp"
#include "tests/support/mail_server.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <iostream>
#include <map>
#include <set>
#include <thread>

namespace
{

using namespace std::chrono_literals;
using tenancy::WorkspaceTransaction;

constexpr int messages = 12;
constexpr int kills = 8;
constexpr int rounds_max = 4 * kills; // on a slow machine a process sends all before it is killed
constexpr auto patience = 20s;        // for one more message to arrive

const tenancy::Workspace vigie{.id = {7}, .slug = "vigie", .name = "Vigie"};

constexpr db::Query expire{"test.expire_leases", R"sql(
    -- all workspaces: a dead process is believed dead at once, instead of after a minute
    UPDATE job SET lease_until = 0 WHERE state = 'running'
)sql"};

tenancy::Context context(db::Database& database)
{
    return {database, vigie, tenancy::Actor::system()};
}

std::set<std::string> write_messages(const db::DatabaseOptions& options)
{
    const auto database = db::Database::open(options);
    return context(*database).write([](WorkspaceTransaction& tx) {
        std::set<std::string> ids;
        for (int i = 0; i < messages; ++i) {
            const auto id = mail::send(tx, {.to_name = "Rose",
                                            .to_email = "rose@client.example",
                                            .subject = "Message " + std::to_string(i),
                                            .paragraphs = {"Bonjour."},
                                            .template_name = "test"});
            ids.insert("<" + mail::message_by_id(tx, id)->message_id + ">");
        }
        return ids;
    });
}

/// What a process started after the death does first.
void run_jobs(const db::DatabaseOptions& options, int port)
{
    const secrets::Vault vault{{secrets::Key::random()}};
    mail::install(jobs::registry(), {.smtp_url = "smtp://127.0.0.1:" + std::to_string(port),
                                     .from_email = "etabli@support.example",
                                     .vault = &vault});
    const auto database = db::Database::open(options);
    tenancy::Platform{*database}.write([](tenancy::PlatformTransaction& tx) {
        tx.execute(expire);
        jobs::release_expired(tx);
    });
    jobs::Runner{*database, [](tenancy::WorkspaceId) { return std::optional{vigie}; }, 1}.run_due();
}

/// By identifier, how often.
std::map<std::string, int> arrived(const std::filesystem::path& folder)
{
    std::map<std::string, int> received;
    for (const auto& message : test_support::judged_messages(folder))
        ++received[message.header("Message-Id")];
    return received;
}

/// False when no further message arrived before it was killed.
bool deliver_and_be_killed(const db::DatabaseOptions& options,
                           const test_support::MailServer& server,
                           const std::filesystem::path& folder)
{
    const auto before = test_support::judged_messages(folder).size();
    const auto child = ::fork();
    if (child == 0) {
        run_jobs(options, server.port());
        ::_exit(0);
    }
    const auto end = std::chrono::steady_clock::now() + patience;
    bool has_arrived = false;
    while (!has_arrived && std::chrono::steady_clock::now() < end)
        has_arrived = test_support::judged_messages(folder).size() > before;
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    return has_arrived && WIFSIGNALED(status);
}

void check_states(const db::DatabaseOptions& options, std::size_t written, faults::Checks& checks)
{
    const auto database = db::Database::open(options);
    const auto stored =
        context(*database).read([](WorkspaceTransaction& tx) { return mail::recent(tx); });
    checks.that(stored.size() == written, "messages vanished from the outbox");
    for (const auto& message : stored)
        checks.that(message.state == mail::State::sent, message.subject + " is not noted as sent");
}

void kill_on(db::Engine engine, faults::Checks& checks)
{
    const auto fixture = test_support::fresh_database(engine);
    const test_support::TemporaryFolder folder;
    const test_support::MailServer server{folder.path(), {}};
    auto ids = write_messages(fixture->options());
    int killed = 0;
    for (int round = 0; round < rounds_max && killed < kills; ++round) {
        if (arrived(folder.path()).size() == ids.size())
            ids.merge(write_messages(fixture->options()));
        killed += deliver_and_be_killed(fixture->options(), server, folder.path()) ? 1 : 0;
    }
    const auto child = ::fork();
    if (child == 0) {
        run_jobs(fixture->options(), server.port());
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);

    const auto received = arrived(folder.path());
    int repeated = 0;
    for (const auto& [id, times] : received) {
        checks.that(ids.contains(id), "an identifier that nobody gave: " + id);
        repeated += times - 1;
    }
    checks.that(status == 0, "the last process failed");
    checks.that(killed == kills, "a process was not killed in the middle");
    checks.that(received.size() == ids.size(), "messages were lost");
    checks.that(repeated > 0, "no kill fell between acceptance and its note: nothing is proved");
    checks.that(repeated <= kills, "messages were repeated without a kill");
    check_states(fixture->options(), ids.size(), checks);
    std::cout << (engine == db::Engine::Sqlite ? "sqlite" : "postgres") << ": " << killed
              << " kills, " << ids.size() << " messages, " << ids.size() - received.size()
              << " lost, " << repeated << " repeated under their own identifier\n";
}

} // namespace

int main()
{
    faults::Checks checks;
    kill_on(db::Engine::Sqlite, checks);
    kill_on(db::Engine::Postgres, checks);
    return checks.report();
}
