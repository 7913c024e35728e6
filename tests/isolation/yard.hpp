#pragma once

#include "app/modules.hpp"
#include "kernel/documents/rich_text.hpp"
#include "kernel/mail/mail.hpp"
#include "kernel/sms/account.hpp"
#include "kernel/sms/delivery.hpp"
#include "kernel/sms/sms.hpp"
#include "modules/crm/crm.hpp"
#include "modules/progress/progress.hpp"
#include "tests/support/sms_provider.hpp"
#include "tests/world/world.hpp"

#include <fstream>
#include <optional>
#include <string>
#include <vector>

namespace isolation
{

inline constexpr const char* mobile = "06 12 34 56 78";

/// A builder, two employees, a client, her sheet, and the business clock in a file.
struct Yard {
    explicit Yard(db::Engine engine)
        : world{engine, app::describe_modules}, space(world.add_workspace("armor", "chantier")),
          admin(world.add_member(space, {.name = "Hervé", .role = "admin"})),
          author(world.add_member(space, {.name = "Loeiza", .role = "employe"})),
          client(world.add_member(space, {.name = "Aurore",
                                          .role = "client",
                                          .side = tenancy::Side::portal,
                                          .client = add_client()}))
    {
        set_clock("+0s");
        base::set_test_clock("@" + (folder.path() / "clock").string());
        sheet = as(admin).write([&](tenancy::WorkspaceTransaction& tx) {
            crm::add_contact(tx, {.client = client.actor.client,
                                  .name = "Aurore",
                                  .phone = mobile,
                                  .membership = client.membership});
            return progress::add_sheet(tx, client.actor.client,
                                       {.identifier = "CH-118",
                                        .title = "Extension bois",
                                        .starts_on = *base::Date::parse("2026-11-02")});
        });
    }
    ~Yard() { base::set_test_clock("+0s"); }
    Yard(const Yard&) = delete;
    Yard& operator=(const Yard&) = delete;

    tenancy::ClientId add_client()
    {
        crm::Client record;
        record.kind = crm::ClientKind::person;
        record.type = "person";
        record.last_name = "Penhoat";
        record.phone = "02 98 00 00 31";
        return as(admin).write(
            [&](tenancy::WorkspaceTransaction& tx) { return crm::add_client(tx, record); });
    }
    tenancy::Context as(const test_world::Member& member)
    {
        return world.context(space, member.actor);
    }
    void set_clock(std::string_view shift) const
    {
        std::ofstream{folder.path() / "clock"} << shift;
    }
    progress::PostId publish() { return publish_as(author); }
    progress::PostId publish_as(const test_world::Member& who)
    {
        return as(who).write([&](tenancy::WorkspaceTransaction& tx) {
            progress::NewPost post;
            post.text = {.body = documents::to_json(documents::read_plain("La dalle est coulée.")),
                         .worked_on = {}};
            return progress::write_post(tx, sheet.id, post).id;
        });
    }
    progress::CommentId comment(const test_world::Member& who, progress::PostId post,
                                std::optional<progress::CommentId> reply_to = {})
    {
        return as(who).write([&](tenancy::WorkspaceTransaction& tx) {
            return progress::write_comment(tx, {.post = post,
                                                .reply_to = reply_to,
                                                .body = "Merci.",
                                                .written_at = base::now()})
                .id;
        });
    }
    std::vector<mail::StoredMessage> mails()
    {
        world.run_jobs();
        return as(admin).read([](tenancy::WorkspaceTransaction& tx) { return mail::recent(tx); });
    }

    test_support::TemporaryFolder folder;
    test_world::World world;
    tenancy::Workspace space;
    test_world::Member admin;
    test_world::Member author;
    test_world::Member client;
    progress::Sheet sheet;
};

/// The business sends texts, by that provider.
inline void open_texts(Yard& yard, test_support::SmsProvider& provider)
{
    using test_support::SmsProvider;
    sms::install(jobs::registry(),
                 {.vault = &yard.world.site().vault(),
                  .addresses = {.twilio = provider.twilio(), .ovh = provider.ovh()}});
    yard.as(yard.admin).write([&](tenancy::WorkspaceTransaction& tx) {
        sms::save_account(tx, yard.world.site().vault(),
                          {.provider = sms::Provider::twilio,
                           .account = SmsProvider::account_sid,
                           .application_key = {},
                           .secret = SmsProvider::auth_token,
                           .consumer_key = {},
                           .sender = "ARMOR"});
        sms::test_account(tx, "Hervé", "+33600000000");
    });
    yard.world.run_jobs();
    yard.as(yard.admin).write(sms::activate_account);
}

inline bool holds(const std::string& text, std::string_view words)
{
    return text.find(words) != std::string::npos;
}

} // namespace isolation
