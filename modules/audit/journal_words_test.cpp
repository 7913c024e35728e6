#include "kernel/i18n/translate.hpp"
#include "modules/audit/journal_words.hpp"

#include <doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>

namespace
{

namespace fs = std::filesystem;

std::string content_of(const fs::path& file)
{
    std::ifstream in{file};
    return {std::istreambuf_iterator<char>{in}, {}};
}

std::vector<std::string> codes_in(const std::string& text)
{
    static const std::regex code{
        R"re("((?:identity|crm|projects|letters|tickets|settings|mail|security|audit|files|search|notifications|portal|home|backup|knowledge|portability|privacy|sms|client_entry|progress|pricebook|quotes|invoices|signatures|numbering|einvoicing|expenses|accounting|ledger|payments|bank|templates|reminders|sendings|signed_invoices)\.[a-z_]+)")re"};
    std::vector<std::string> found;
    for (std::sregex_iterator at{text.begin(), text.end(), code}, end; at != end; ++at)
        found.push_back((*at)[1]);
    return found;
}

/// Codes in the files that write to the audit, that are no action: permissions, settings,
/// templates, jobs and lines of the log.
bool is_something_else(const std::string& code)
{
    static const std::set<std::string> others{"projects.codes",
                                              "einvoicing.unread_message",
                                              "tickets.assign",
                                              "tickets.move",
                                              "mail.mailbox_check",
                                              "tickets.merge",
                                              "tickets.open_to_client",
                                              "tickets.organise",
                                              "tickets.time",
                                              "tickets.time_correct",
                                              "tickets.note",
                                              "tickets.link",
                                              "tickets.reply",
                                              "tickets.take",
                                              "tickets.priority",
                                              "tickets.rate",
                                              "mail.test",
                                              "mail.test_sender",
                                              "sms.test",
                                              "sms.test_account",
                                              "tickets.number_format",
                                              "audit.view",
                                              "members.manage",
                                              "invoices.manage",
                                              "backup.make",
                                              "portability.make",
                                              "portability.ready",
                                              "privacy.pack",
                                              "privacy.forget",
                                              "privacy.manage",
                                              "privacy.person",
                                              "privacy.team",
                                              "privacy.nobody",
                                              "settings.title",
                                              "tickets.automatic_hour",
                                              "mail.deliver",
                                              "crm.imported",
                                              "tickets.urgent_unassigned_alert_minutes",
                                              "pricebook.read",
                                              "pricebook.read_own",
                                              "progress.comment",
                                              "progress.edit",
                                              "progress.manage",
                                              "progress.view",
                                              "progress.write",
                                              "members.portal",
                                              "files.drawing_not_read",
                                              "signatures.field",
                                              "expenses.read"};
    return others.contains(code);
}

/// The second argument of guard::trace_reading.
void add_readings(const std::string& text, std::set<std::string>& actions)
{
    static const std::regex reading{R"re(trace_reading\(call, "([a-z_.]+)"\))re"};
    for (std::sregex_iterator at{text.begin(), text.end(), reading}, end; at != end; ++at)
        actions.insert((*at)[1]);
}

std::set<std::string> actions_of_the_code()
{
    std::set<std::string> actions;
    for (const char* folder : {"kernel", "modules", "app"})
        for (const auto& entry : fs::recursive_directory_iterator{folder}) {
            const auto name = entry.path().filename().string();
            if (entry.path().extension() != ".cpp" || name.ends_with("_test.cpp") ||
                name == "journal_words.cpp" || name == "journal_actions.cpp" ||
                name == "journal_money_actions.cpp")
                continue;
            const auto text = content_of(entry.path());
            add_readings(text, actions);
            if (text.find("audit::append(") == text.npos &&
                text.find("    append(tx, {.action") == text.npos)
                continue;
            for (const auto& code : codes_in(text))
                if (!is_something_else(code)) actions.insert(code);
        }
    return actions;
}

} // namespace

// AUD-001
TEST_CASE("every action the code writes to the audit has a sentence")
{
    const auto actions = actions_of_the_code();
    REQUIRE(actions.size() >= 50);
    for (const auto& action : actions) {
        CAPTURE(action); // add it to [audit.action], or above when it is no action
        CHECK(audit::words_of_action(action, "x") != action);
    }
}

TEST_CASE("every action one may look for is one the code writes")
{
    const auto actions = actions_of_the_code();
    for (const auto action : audit::known_actions())
        CHECK_MESSAGE(actions.contains(std::string{action}), std::string{action});
    for (const auto kind : audit::known_kinds())
        CHECK(i18n::has("audit.kind." + std::string{kind}));
}

TEST_CASE("« de » is elided before a vowel")
{
    CHECK(audit::words_of_action("identity.account_added", "Armelle") ==
          "a créé le compte d’Armelle");
    CHECK(audit::words_of_action("identity.account_added", "Élise") == "a créé le compte d’Élise");
    CHECK(audit::words_of_action("identity.account_added", "Yann") == "a créé le compte de Yann");
    CHECK(audit::words_of_action("crm.contact_added", "Armor") == "a ajouté un contact à Armor");
}

TEST_CASE("what has no word is shown as it is written")
{
    CHECK(audit::words_of_action("powder.cured", "x") == "powder.cured");
    CHECK(audit::words_of_kind("rim") == "un objet");
    CHECK(audit::words_of_field("diameter") == "diameter");
    CHECK(audit::words_of_value("status", "archived") == "archivé");
    CHECK(audit::words_of_value("title", "archived") == "archived");
}
