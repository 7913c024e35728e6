#pragma once

#include "kernel/mail/mail.hpp"
#include "modules/crm/crm.hpp"
#include "modules/letters/letter_actions.hpp"
#include "modules/letters/letters.hpp"
#include "modules/letters/model_actions.hpp"
#include "modules/numbering/numbering.hpp"
#include "modules/settings/settings.hpp"
#include "modules/signatures/signatures.hpp"
#include "modules/templates/templates.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

#include <regex>
#include <string>
#include <string_view>
#include <vector>

/// What the tests of letters share; included by tests only.
namespace letters_test
{

using tenancy::WorkspaceTransaction;
using test_world::Member;
using test_world::Typed;
using test_world::World;

inline bool holds(const http::Response& page, std::string_view words)
{
    return page.body.find(words) != std::string::npos;
}

/// Every field of the editor, as a browser without JavaScript sends it.
inline Typed form_of(const http::Response& page)
{
    Typed typed;
    const auto start = page.body.find("id=\"letter-form\"");
    REQUIRE(start != std::string::npos);
    const auto form = page.body.substr(start, page.body.find("</form>", start) - start);
    const auto unescaped = [](std::string text) {
        for (const auto& [entity, sign] : std::vector<std::pair<std::string, std::string>>{
                 {"&quot;", "\""}, {"&lt;", "<"}, {"&gt;", ">"}, {"&#39;", "'"}, {"&amp;", "&"}})
            for (auto at = text.find(entity); at != std::string::npos;
                 at = text.find(entity, at + 1))
                text.replace(at, entity.size(), sign);
        return text;
    };
    static const std::regex field{
        R"re(<(input|textarea|select)([^>]*)>(?:\n?([^<]*)</textarea>)?)re"};
    static const std::regex name{R"re( name="([^"]+)")re"};
    static const std::regex value{R"re( value="([^"]*)")re"};
    static const std::regex option{R"re(<option value="([^"]*)" selected)re"};
    for (std::sregex_iterator at{form.begin(), form.end(), field}, end; at != end; ++at) {
        const std::string attributes = (*at)[2];
        std::smatch found;
        if (!std::regex_search(attributes, found, name)) continue;
        const std::string field_name = found[1];
        if (field_name.starts_with('_')) continue;
        if ((*at)[1] == "textarea") {
            typed.emplace_back(field_name, unescaped((*at)[3]));
        } else if ((*at)[1] == "select") {
            const auto from = form.begin() + at->position() + at->length();
            const auto rest = std::string{from, form.end()};
            const auto choices = rest.substr(0, rest.find("</select>"));
            if (std::regex_search(choices, found, option)) typed.emplace_back(field_name, found[1]);
        } else if (attributes.find("type=\"checkbox\"") == std::string::npos ||
                   attributes.find(" checked") != std::string::npos) {
            const bool has_value = std::regex_search(attributes, found, value);
            typed.emplace_back(field_name, has_value ? unescaped(found[1]) : std::string{});
        }
    }
    return typed;
}

inline void put(Typed& typed, const std::string& name, const std::string& text)
{
    for (auto& [field, value] : typed)
        if (field == name) {
            value = text;
            return;
        }
    typed.emplace_back(name, text);
}

inline std::string value_of(const Typed& typed, std::string_view name)
{
    for (const auto& [field, value] : typed)
        if (field == name) return value;
    return {};
}

/// « b3.words » of the first field that ends so.
inline std::string first_field(const Typed& typed, std::string_view end)
{
    for (const auto& [field, value] : typed)
        if (field.ends_with(end)) return field;
    return {};
}

inline std::vector<test_world::Declared> with(std::vector<test_world::Declared> others)
{
    others.insert(others.begin(), {{"settings", settings::describe},
                                   {"crm", crm::describe},
                                   {"projects", projects::describe},
                                   {"numbering", numbering::describe},
                                   {"templates", templates::describe},
                                   {"signatures", signatures::describe},
                                   {"letters", letters::describe}});
    return others;
}

/// Charpentes du Ponant: Léa writes letters, Malik does not; Aurore and Odile are clients.
struct Office {
    explicit Office(db::Engine engine, const std::vector<test_world::Declared>& others = {})
        : world(engine, with(others)), firm(world.add_workspace("charpentes", "chantier")),
          lea(world.add_member(firm, {.name = "Lea Riou", .role = "admin"})),
          malik(world.add_member(firm, {.name = "Malik Corre", .role = "employe"})),
          aurore(add_client("Aurore", "Penhoat")), odile(add_client("Odile", "Bescond"))
    {
    }

    tenancy::ClientId add_client(const std::string& first, const std::string& last)
    {
        return world.context(firm, lea.actor).write([&](WorkspaceTransaction& tx) {
            return crm::add_client(tx, {.kind = crm::ClientKind::person,
                                        .first_name = first,
                                        .last_name = last,
                                        .phone = "0261910000"});
        });
    }
    /// The address of its page.
    std::string start(const std::string& model, const std::string& title)
    {
        const auto sent =
            lea.browser.post(list, {{"client", aurore.text()}, {"model", model}, {"title", title}});
        REQUIRE(sent.status == 303);
        return std::string{sent.headers.get("Location")};
    }
    static Typed sending(const std::string& version, const std::string& way = "mail")
    {
        return {{"way", way},
                {"name", "Aurore Penhoat"},
                {"email", "aurore@penhoat.example"},
                {"words", "Bonne lecture."},
                {"version", version}};
    }
    std::string sent(const std::string& model, const std::string& title)
    {
        const auto place = start(model, title);
        REQUIRE(lea.browser.post(place + "/envoi", sending("1")).status == 303);
        world.run_jobs();
        return place;
    }
    /// The address of the copy.
    std::string copy(const std::string& from)
    {
        const auto answer = lea.browser.post(models, {{"from", from}, {"name", "Le nôtre"}});
        REQUIRE(answer.status == 303);
        return std::string{answer.headers.get("Location")};
    }
    letters::Model model_at(const std::string& place)
    {
        return world.context(firm, lea.actor).read([&](WorkspaceTransaction& tx) {
            return letters::model_by_code(tx, place.substr(place.rfind('/') + 1));
        });
    }
    std::vector<mail::StoredMessage> mails()
    {
        auto all = world.context(firm, tenancy::Actor::system()).read([](WorkspaceTransaction& tx) {
            return mail::recent(tx);
        });
        std::erase_if(all,
                      [](const auto& one) { return !one.template_name.starts_with("letters."); });
        return all;
    }

    const std::string list = "/e/charpentes/courriers";
    const std::string models = "/e/charpentes/reglages/lettres-types";
    World world;
    tenancy::Workspace firm;
    Member lea;
    Member malik;
    tenancy::ClientId aurore;
    tenancy::ClientId odile;
};

} // namespace letters_test
