#include "modules/notifications/preference.hpp"

#include <doctest.h>

#include <algorithm>
#include <set>
#include <stdexcept>

using namespace notifications;

namespace
{

presets::Preset preset_with(std::map<std::string, std::string, std::less<>> details)
{
    presets::Preset preset;
    preset.roles = {{.code = "boss", .side = presets::Side::staff},
                    {.code = "hand", .side = presets::Side::staff},
                    {.code = "client", .side = presets::Side::portal}};
    details.try_emplace("side", "staff");
    preset.choices["notifications.event"] = {
        {.code = "x.happened", .label = "X", .details = std::move(details)}};
    return preset;
}

Setting read(const presets::Preset& preset, std::string_view role, Channel channel)
{
    return setting_of(rules_of(preset).front(), *preset.find_role(role), channel);
}

} // namespace

TEST_CASE("a channel the preset does not name is closed") // NTF-001
{
    const auto preset = preset_with({{"app", "on"}});
    CHECK(read(preset, "boss", Channel::app) == Setting::on);
    CHECK(read(preset, "boss", Channel::email) == Setting::closed);
    CHECK(read(preset, "client", Channel::app) == Setting::closed);
}

TEST_CASE("an event for one role is closed for the others") // NTF-001
{
    const auto preset = preset_with({{"app", "on"}, {"roles", "boss"}});
    CHECK(read(preset, "boss", Channel::app) == Setting::on);
    CHECK(read(preset, "hand", Channel::app) == Setting::closed);
}

TEST_CASE("what the preset closes or demands neither the business nor the person changes")
// NTF-001 NTF-002
{
    for (const auto change : {Setting::closed, Setting::off, Setting::on}) {
        CHECK(with_change(Setting::closed, change) == Setting::closed);
        CHECK(with_change(Setting::always, change) == Setting::always);
        CHECK(with_change(Setting::on, change) == change);
    }
    CHECK(with_change(Setting::off, {}) == Setting::off);
    CHECK_FALSE(is_wanted(Setting::closed, true));
    CHECK(is_wanted(Setting::always, false));
    CHECK_FALSE(is_wanted(Setting::on, false));
    CHECK(is_wanted(Setting::off, true));
    CHECK(is_wanted(Setting::on, {}));
    CHECK_FALSE(is_wanted(Setting::off, {}));
}

TEST_CASE("a word the list does not know is refused, naming the event")
{
    CHECK_THROWS_WITH_AS(rules_of(preset_with({{"app", "maybe"}})),
                         "notifications.event x.happened: setting maybe", std::runtime_error);
    CHECK_THROWS_AS(rules_of(preset_with({{"side", "left"}})), std::runtime_error);
    CHECK_THROWS_AS(rules_of(preset_with({{"roles", "king"}})), std::runtime_error);
}

TEST_CASE("every preset's list is sound and tells each side what concerns it") // NTF-001
{
    for (const auto& preset : presets::all()) {
        std::set<std::string> codes;
        for (const auto& rule : rules_of(preset)) {
            CHECK_MESSAGE(codes.insert(rule.code).second, preset.name << " " << rule.code);
            CHECK_FALSE(rule.icon.empty());
        }
        CHECK(codes.contains("account.security"));
        if (std::ranges::find(preset.modules, "tickets") == preset.modules.end()) continue;
        for (const auto* code :
             {"tickets.opened", "tickets.received", "tickets.moved", "tickets.moved_by_client",
              "tickets.answered", "tickets.replied", "tickets.assigned", "tickets.shared",
              "tickets.mentioned", "tickets.urgent"})
            CHECK_MESSAGE(codes.contains(code), preset.name << " " << code);
    }
}

TEST_CASE("a support desk tells each side what concerns it, by mail and in the application")
{
    const auto& preset = presets::find("support-technique"); // NTF-011, NTF-001, NTF-002
    const auto rules = rules_of(preset);
    const auto is_told = [&](const char* code, const char* role) {
        const auto* const rule = find_rule(rules, code);
        REQUIRE_MESSAGE(rule != nullptr, code);
        for (const auto channel : {Channel::app, Channel::email}) {
            const auto setting = setting_of(*rule, *preset.find_role(role), channel);
            if (setting != Setting::on) return false;
            CHECK_FALSE(is_wanted(setting, false));
        }
        return true;
    };
    for (const auto* code : {"tickets.opened", "tickets.answered", "tickets.moved_by_client",
                             "tickets.assigned", "tickets.shared", "tickets.mentioned"})
        for (const auto* role : {"admin", "technicien", "developpeur"})
            CHECK_MESSAGE(is_told(code, role), code << " " << role);
    for (const auto* code :
         {"tickets.received", "tickets.moved", "tickets.replied", "tickets.guest"}) {
        CHECK_MESSAGE(is_told(code, "client"), code);
        CHECK_FALSE_MESSAGE(is_told(code, "technicien"), code);
    }
    CHECK(is_told("tickets.urgent", "admin"));
    CHECK_FALSE(is_told("tickets.urgent", "technicien"));
}

TEST_CASE("only worksites may be told by text, where nothing says so by itself") // NTF-001 NTF-015
                                                                                 // NTF-042
{
    for (const auto& preset : presets::all())
        for (const auto& rule : rules_of(preset)) {
            const auto by_text = rule.settings.at(Channel::sms);
            CHECK_MESSAGE((by_text == Setting::closed || preset.name == "chantier"), rule.code);
            CHECK(by_text != Setting::on);
            CHECK(by_text != Setting::always);
        }
    const auto& preset = presets::find("chantier");
    const auto rules = rules_of(preset);
    for (const auto& [code, role] :
         {std::pair{"progress.published", "client"}, std::pair{"progress.commented", "client"},
          std::pair{"progress.commented_by_client", "employe"}})
        for (const auto& [channel, setting] :
             {std::pair{Channel::email, Setting::on}, std::pair{Channel::sms, Setting::off}})
            CHECK(setting_of(*find_rule(rules, code), *preset.find_role(role), channel) == setting);
}
