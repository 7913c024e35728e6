#include "kernel/auth/workspaces.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/sms/account.hpp"
#include "kernel/sms/delivery.hpp"
#include "kernel/sms/message_store.hpp"
#include "kernel/sms/sms.hpp"
#include "tests/support/database.hpp"
#include "tests/support/sms_provider.hpp"

#include <doctest.h>

#include <fstream>

using sms::Provider;
using sms::State;
using tenancy::WorkspaceTransaction;
using test_support::SmsProvider;

namespace
{

constexpr const char* rose = "+33612345678";

constexpr db::Query raw_account{"test.sms_account", R"sql(
    SELECT sealed_secret || sealed_consumer_key FROM sms_account WHERE workspace_id = :workspace
)sql"};

/// What the row says when the process dies between the provider's answer and our note of it.
constexpr db::Query die_before_noting{"test.die", R"sql(
    UPDATE sms_message SET state = 'waiting', sent_at = NULL WHERE workspace_id = :workspace
)sql"};

/// A workspace whose preset opens the channel, a provider, and the business clock in a file.
class Office
{
  public:
    auto write(auto action)
    {
        return tenancy::Context{**database_, workspace_, tenancy::Actor::system()}.write(action);
    }
    Office(db::Engine engine, Provider which)
        : database_(test_support::fresh_database(engine)),
          vault_({secrets::Key::random()}), workspace_{.id = {7},
                                                       .slug = "armor",
                                                       .name = "Armor Bâtiment",
                                                       .preset = "support-technique",
                                                       .time_zone = "Europe/Paris",
                                                       .modules = {"text_messages"}}
    {
        write([](WorkspaceTransaction& tx) { auth::create_workspace(tx); });
        set_clock("+0s");
        base::set_test_clock("@" + (folder_.path() / "clock").string());
        install(sms::Leaving::to_providers);
        const bool is_twilio = which == Provider::twilio;
        write([&](WorkspaceTransaction& tx) {
            sms::save_account(
                tx, vault_,
                {.provider = which,
                 .account = is_twilio ? SmsProvider::account_sid : SmsProvider::service,
                 .application_key = is_twilio ? "" : SmsProvider::application_key,
                 .secret = is_twilio ? SmsProvider::auth_token : SmsProvider::application_secret,
                 .consumer_key = is_twilio ? "" : SmsProvider::consumer_key,
                 .sender = "ARMOR"});
        });
    }
    ~Office() { base::set_test_clock("+0s"); }
    Office(const Office&) = delete;
    Office& operator=(const Office&) = delete;

    void install(sms::Leaving leaving)
    {
        jobs::registry() = {};
        sms::install(jobs::registry(),
                     {.vault = &vault_,
                      .addresses = {.twilio = provider.twilio(), .ovh = provider.ovh()},
                      .leaving = leaving});
    }
    void set_clock(std::string_view shift) const
    {
        std::ofstream{folder_.path() / "clock"} << shift;
    }
    void run_jobs()
    {
        jobs::Runner{**database_, [&](tenancy::WorkspaceId) { return std::optional{workspace_}; },
                     1}
            .run_due();
    }
    void open()
    {
        write([](WorkspaceTransaction& tx) { sms::test_account(tx, "Martin", "+33600000000"); });
        run_jobs();
        write(sms::activate_account);
    }
    std::optional<sms::MessageId> send(const char* words = "Nouvelle publication")
    {
        return write([&](WorkspaceTransaction& tx) {
            return sms::send(tx, {.to = {9},
                                  .to_name = "Rose",
                                  .to_number = rose,
                                  .words = words,
                                  .link = "https://chantiers.example/p/armor/fiches/CH-118",
                                  .event = "progress.published"});
        });
    }
    sms::StoredMessage last() { return write(sms::recent).at(0); }
    std::size_t taken() const { return provider.taken().size(); }
    const secrets::Vault& vault() const { return vault_; }
    void close_the_module() { workspace_.modules.clear(); }

    SmsProvider provider;

  private:
    std::unique_ptr<test_support::FreshDatabase> database_;
    test_support::TemporaryFolder folder_;
    secrets::Vault vault_;
    tenancy::Workspace workspace_;
};

constexpr std::array both{Provider::twilio, Provider::ovh};

} // namespace

TEST_CASE_ENGINES("without a tested account nothing is written, with one a message leaves once")
// NTF-041 API-025
{
    for (const auto which : both) {
        Office office{engine, which};
        CHECK_FALSE(office.send());
        CHECK_THROWS_AS(office.write(sms::activate_account), base::Refusal);
        office.open();
        CHECK(office.taken() == 1);
        CHECK(office.send());
        office.run_jobs();
        office.run_jobs();
        REQUIRE(office.taken() == 2);
        CHECK(office.last().state == State::sent);
        CHECK(office.provider.taken()[1].words ==
              "Nouvelle publication https://chantiers.example/p/armor/fiches/CH-118");
        CHECK(office.provider.complaints().empty());
        office.close_the_module();
        CHECK_FALSE(office.send());
    }
}

TEST_CASE_ENGINES("a process that dies after the provider took a message does not send it twice")
// API-025
{
    for (const auto which : both) {
        Office office{engine, which};
        office.open();
        const auto id = office.send();
        office.run_jobs();
        office.write([](WorkspaceTransaction& tx) { tx.execute(die_before_noting); });
        office.write([&](WorkspaceTransaction& tx) {
            jobs::enqueue(tx, {.kind = "sms.deliver", .payload = id->text()});
        });
        office.run_jobs();
        CHECK(office.taken() == 2); // the test and this one
        CHECK(office.provider.questions() == 1);
        CHECK(office.last().state == State::sent);
    }
}

TEST_CASE_ENGINES("an answer that never came is asked for, and the message is given again only if "
                  "the provider has none") // API-025
{
    Office office{engine, Provider::ovh};
    office.open();
    office.provider.lose_next_answer();
    office.send();
    office.run_jobs();
    CHECK(office.last().state == State::waiting);
    office.set_clock("+2m");
    office.run_jobs();
    CHECK(office.last().state == State::sent);
    CHECK(office.taken() == 2);

    office.provider.answer_next(500, "{}");
    office.send();
    office.run_jobs();
    office.set_clock("+4m");
    office.run_jobs();
    CHECK(office.last().state == State::sent);
    CHECK(office.taken() == 3);
}

TEST_CASE_ENGINES("while the provider does not say what it took, nothing is given again")
{
    Office office{engine, Provider::twilio};
    office.open();
    office.provider.lose_next_answer();
    office.provider.hide_what_was_taken();
    office.send();
    for (const char* const shift : {"+0s", "+2m", "+8m", "+1h", "+4h", "+20h"}) {
        office.set_clock(shift);
        office.run_jobs();
    }
    CHECK(office.taken() == 2);
    CHECK(office.last().state == State::failed);
}

TEST_CASE_ENGINES("who answers STOP is written to no more") // NTF-041
{
    Office office{engine, Provider::twilio};
    office.open();
    office.provider.answer_next(400, R"({"code":21610,"message":"unsubscribed recipient"})");
    office.send();
    office.run_jobs();
    CHECK(office.last().state == State::stopped);
    CHECK(office.last().last_error.find("unsubscribed recipient") != std::string::npos);
    CHECK(office.write([](WorkspaceTransaction& tx) { return sms::is_stopped(tx, rose); }));
    CHECK_FALSE(office.send());
    office.run_jobs();
    CHECK(office.taken() == 1);
}

TEST_CASE_ENGINES("an account that is refused is said, tried again, and given up visibly")
{
    Office office{engine, Provider::twilio};
    office.open();
    for (int i = 0; i < 7; ++i)
        office.provider.answer_next(401, R"({"code":20003,"message":"Authenticate"})");
    office.send();
    for (const char* const shift : {"+0s", "+2m", "+8m", "+1h", "+4h", "+20h"}) {
        office.set_clock(shift);
        office.run_jobs();
    }
    CHECK(office.last().state == State::failed);
    const auto account = office.write(sms::account);
    CHECK(account.last_error == "L’opérateur refuse les identifiants du compte.");
    office.write([id = office.last().id](WorkspaceTransaction& tx) { sms::send_again(tx, id); });
    office.provider.answer_next(201, "{}");
    CHECK(office.last().state == State::waiting);
}

TEST_CASE_ENGINES("the secrets are sealed, kept when nothing is typed, dropped with the provider")
// NTF-041
{
    Office office{engine, Provider::ovh};
    const auto raw =
        office.write([](WorkspaceTransaction& tx) { return *tx.value<std::string>(raw_account); });
    CHECK(raw.find("secret-application") == std::string::npos);
    CHECK(raw.size() > 100);
    const auto save = [&](Provider provider) {
        office.write([&](WorkspaceTransaction& tx) {
            sms::save_account(tx, office.vault(),
                              {.provider = provider, .account = "x", .sender = "Y"});
        });
        return office.write(sms::account);
    };
    CHECK(save(Provider::ovh).has_secret);
    CHECK_FALSE(save(Provider::twilio).has_secret);
}

TEST_CASE_ENGINES("a machine for trying things out keeps its messages, and a test says so")
{
    Office office{engine, Provider::twilio};
    office.open();
    office.install(sms::Leaving::not_at_all);
    office.send();
    office.run_jobs();
    CHECK(office.last().state == State::local);
    office.write([](WorkspaceTransaction& tx) { sms::test_account(tx, "Martin", rose); });
    office.run_jobs();
    CHECK(office.write(sms::account).last_error.find("n’envoie rien") != std::string::npos);
    CHECK(office.taken() == 1);
}

TEST_CASE_ENGINES("what was written to somebody is forgotten with him, and old words go") // AUD-030
{
    Office office{engine, Provider::twilio};
    office.open();
    office.send();
    const auto count = [&] { return office.write(sms::recent).size(); };
    CHECK(count() == 2);
    office.write([](WorkspaceTransaction& tx) { sms::forget_member(tx, {9}); });
    CHECK(count() == 1);
    CHECK(office.write(sms::forget_old) == 0);
    office.set_clock("+366d");
    CHECK(office.write(sms::forget_old) == 1);
    CHECK(office.last().words.empty());
    CHECK(office.last().to_number.empty());
}
