#include "kernel/base/text.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/presets/preset.hpp"
#include "kernel/presets/preset_reader.hpp"

#include <doctest.h>

#include <array>
#include <stdexcept>

using namespace presets;

namespace
{

struct Texts {
    std::string preset =
        "name = \"x\"\ntitle = \"X\"\nsummary = \"X\"\ncurrency = \"EUR\"\n"
        "tax_regime = \"FR\"\nlanguage = \"fr\"\ntime_zone = \"Europe/Paris\"\n"
        "portal_signup = \"open\"\n[modules]\non = [\"crm\"]\n"
        "[limits]\nactions_per_minute = 60\n[two_factor]\nboss = \"required\"\n"
        "[tickets]\nnumber_format = \"T\"\ndays = 7\n"
        "[[tickets.priority]]\ncode = \"low\"\nlabel = \"Basse\"\ntone = \"gray\"\n";
    std::string roles =
        "[[role]]\ncode = \"boss\"\ntitle = \"B\"\nplural = \"B\"\nsummary = \"B\"\n"
        "side = \"staff\"\n[role.permissions]\n\"tickets.view\" = \"own\"\n"
        "[configurable.boss]\n\"tickets.assign\" = {on = \"all\", default = \"off\"}\n";
    std::string words = "[ticket]\nsingular = \"ticket\"\nplural = \"tickets\"\ngender = \"m\"\n"
                        "[ticket.portal]\nsingular = \"demande\"\nplural = \"demandes\"\n"
                        "gender = \"f\"\n";
    std::string workflows =
        "[ticket]\nstart = \"a\"\n"
        "[[ticket.state]]\ncode = \"a\"\nanchor = \"new\"\nlabel = \"A\"\ntone = \"blue\"\n"
        "[[ticket.state]]\ncode = \"z\"\nanchor = \"closed\"\nlabel = \"Z\"\ntone = \"gray\"\n"
        "[[ticket.move]]\ncode = \"end\"\nfrom = [\"a\"]\nto = \"z\"\nwho = [\"staff\"]\n"
        "label = \"Finir\"\n";
};

std::vector<Preset> read(const Texts& texts)
{
    const std::array<base::EmbeddedFile, 4> files{{{"presets/x/preset.toml", texts.preset},
                                                   {"presets/x/roles.toml", texts.roles},
                                                   {"presets/x/words.fr.toml", texts.words},
                                                   {"presets/x/workflows.toml", texts.workflows}}};
    return read_presets(files);
}

std::string refusal(const Texts& texts)
{
    try {
        read(texts);
    } catch (const std::runtime_error& error) {
        return error.what();
    }
    return {};
}

/// `text` with one piece replaced; the piece must be there.
std::string with(std::string text, const char* from, const char* to)
{
    REQUIRE(text.find(from) != std::string::npos);
    return base::replace_all(std::move(text), from, to);
}

} // namespace

TEST_CASE("a preset is read whole")
{
    const auto presets = read({});
    REQUIRE(presets.size() == 1);
    const auto& preset = presets.front();
    CHECK(preset.signup == SignupPolicy::open);
    CHECK(preset.actions_per_minute == 60);
    CHECK(preset.modules == std::vector<std::string>{"crm"});
    CHECK(preset.find_role("boss")->two_factor == TwoFactor::required);
    CHECK(preset.find_role("boss")->permissions.at("tickets.view") == Grant::own);
    CHECK(preset.find_role("boss")->configurable.at("tickets.assign").initial == Grant::none);
    CHECK(preset.find_role("nobody") == nullptr);
    CHECK(preset.word("ticket").singular == "ticket");
    CHECK(preset.word("ticket", Side::portal).gender == Gender::feminine);
    CHECK(preset.setting("tickets.number_format") == "T");
    CHECK(preset.number("tickets.days") == 7);
    CHECK(preset.choices_of("tickets.priority").front().details.at("tone") == "gray");
    CHECK(preset.choices_of("tickets.nothing").empty());
    CHECK(preset.workflow("ticket").moves.front().client_label == "Finir");
}

TEST_CASE("an unknown anchor or a dead end stops the start and says where")
{
    Texts texts;
    texts.workflows = with(texts.workflows, "\"closed\"", "\"finished\"");
    CHECK(refusal(texts) == "presets/x/workflows.toml ticket state z: unknown anchor finished");
    texts.workflows = with(Texts{}.workflows, "\"closed\"", "\"resolved\"");
    CHECK(refusal(texts) == "presets/x/workflows.toml ticket: dead_end z");
    texts.workflows = with(Texts{}.workflows, "to = \"z\"", "to = \"a\"");
    CHECK(refusal(texts) == "presets/x/workflows.toml ticket: dead_end a");
}

TEST_CASE("a wrong value or a misspelt key stops the start and says where")
{
    const auto refused = [](std::string Texts::*file, const char* from, const char* to) {
        Texts texts;
        texts.*file = with(texts.*file, from, to);
        return refusal(texts);
    };
    CHECK(refused(&Texts::preset, "\"x\"", "\"y\"").find("name") != std::string::npos);
    CHECK(refused(&Texts::preset, "Europe/Paris", "Paris").find("time zone") != std::string::npos);
    CHECK(refused(&Texts::preset, "boss =", "chief =").find("role chief") != std::string::npos);
    CHECK(refused(&Texts::preset, "= 60", "= 0").find("actions_per_minute") != std::string::npos);
    CHECK(refused(&Texts::preset, "\"open\"", "\"opened\"").find("opened") != std::string::npos);
    CHECK(refused(&Texts::roles, "\"own\"", "\"mine\"").find("mine") != std::string::npos);
    CHECK(refused(&Texts::roles, "title", "tittle").find("tittle") != std::string::npos);
    CHECK(refused(&Texts::words, "\"m\"", "\"n\"").find("gender") != std::string::npos);
    CHECK(refused(&Texts::workflows, "\"staff\"", "\"owner\"").find("owner") != std::string::npos);
    CHECK(refused(&Texts::workflows, "[ticket]", "[ticket").find(".toml:1") != std::string::npos);
}

TEST_CASE("the presets of the product are sound")
{
    REQUIRE_FALSE(all().empty());
    for (const auto& preset : all()) {
        CHECK_MESSAGE(!preset.modules.empty(), preset.name);
        for (const auto& workflow : preset.workflows)
            CHECK(problems_of(workflow).empty());
    }
    CHECK_THROWS_AS(find("nothing"), std::out_of_range);
}

TEST_CASE("technical support starts a ticket as new and lets the client confirm or reopen")
{
    const auto& preset = find("support-technique");
    const auto& workflow = preset.workflow("ticket");
    CHECK(find_state(workflow, workflow.start)->anchor == Anchor::fresh);
    const auto moves = moves_from(workflow, "resolu", Mover::client);
    REQUIRE(moves.size() == 2);
    CHECK(moves.at(0)->code == "confirm");
    CHECK(moves.at(0)->automatic_after_days == 7);
    CHECK(moves.at(1)->counts_as == "reopening");
    CHECK(find_move(workflow, "resolve")->demands("resolution_summary"));
    CHECK(preset.actions_per_minute == 100);
    CHECK(preset.word("ticket", Side::portal).singular == "demande");
}

TEST_CASE("a worksite has three words, no states of tickets, and accounts made by its builder")
{
    const auto& preset = find("chantier");
    CHECK(preset.signup == SignupPolicy::invite_only); // IDN-004
    CHECK(preset.workflows.empty());
    CHECK(preset.word("project").singular == "chantier"); // PLT-015
    CHECK(preset.word("progress_sheet").singular == "fiche d’avancement");
    CHECK(preset.word("progress_post").singular == "publication d’avancement");
    CHECK(preset.word("progress_comment").singular == "commentaire");
    CHECK_FALSE(preset.find_role("employe")->permissions.contains("progress.list"));
    CHECK(preset.find_role("employe")->permissions.at("progress.edit") == Grant::own); // IDN-044
    CHECK(preset.find_role("employe")->configurable.at("progress.manage").initial == Grant::all);
    CHECK(preset.find_role("client")->permissions.at("progress.view") == Grant::own);
}

TEST_CASE("every problem of a workflow has its sentence")
{
    for (const auto* code :
         {"too_large", "no_start", "doubled_state", "doubled_move", "unreachable", "dead_end",
          "unknown_state", "unusable_move", "unknown_need", "unknown_reason", "no_reason"})
        CHECK_MESSAGE(i18n::has(std::string{"presets.workflow.problem."} + code), code);
}
