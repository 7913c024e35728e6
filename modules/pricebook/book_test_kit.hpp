#pragma once

#include "modules/pricebook/pricebook.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pricebook_test
{

inline const std::string place = "/e/charpente/tarifs";

inline bool holds(std::string_view text, std::string_view words)
{
    return text.find(words) != std::string_view::npos;
}
inline bool holds(const http::Response& page, std::string_view words)
{
    return holds(page.body, words);
}

inline std::vector<test_world::Declared> with(std::vector<test_world::Declared> others)
{
    others.push_back({"pricebook", pricebook::describe});
    return others;
}

/// Enora and Maëlle lead a business of carpenters.
struct Yard {
    explicit Yard(db::Engine engine, std::vector<test_world::Declared> others = {})
        : world(engine, with(std::move(others))),
          charpente(world.add_workspace("charpente", "chantier")),
          enora(world.add_member(charpente, {.name = "Enora Le Bihan"})),
          maelle(world.add_member(charpente, {.name = "Maëlle Corre"}))
    {
        world.prove_second_factor(enora);
        world.prove_second_factor(maelle);
    }

    test_world::Typed typed(const std::string& code, const std::string& price) const
    {
        return {{"code", code},
                {"category", "Atelier"},
                {"name", "Heure d’atelier"},
                {"kind", "hourly"},
                {"unit", ""},
                {"one_off_price", price},
                {"tax", "standard"},
                {"description", ""},
                {"monthly_price", ""}};
    }
    void make_draft() { REQUIRE(enora.browser.post(place + "/brouillon").status == 303); }
    void add(const std::string& code, const std::string& price)
    {
        REQUIRE(enora.browser.post(place + "/brouillon/articles", typed(code, price)).status ==
                303);
    }
    /// Of the draft, as its page of activation shows it.
    std::string revision() { return hidden("/brouillon/activation", "revision"); }
    /// Of an item of the draft, as its form keeps it.
    std::string item_revision(const std::string& item)
    {
        return hidden("/brouillon/articles/" + item, "version");
    }
    std::string hidden(const std::string& path, const std::string& name)
    {
        const auto page = enora.browser.get(place + path).body;
        const auto mark = "name=\"" + name + "\" value=\"";
        REQUIRE(page.find(mark) != std::string::npos);
        const auto from = page.find(mark) + mark.size();
        return page.substr(from, page.find('"', from) - from);
    }
    /// Today, or from a day on.
    void activate(const std::string& day = {})
    {
        const auto answer = enora.browser.post(place + "/brouillon/activation",
                                               {{"start", day.empty() ? "today" : "later"},
                                                {"starts_on", day},
                                                {"revision", revision()}});
        REQUIRE(answer.status == 303);
    }

    test_world::World world;
    tenancy::Workspace charpente;
    test_world::Member enora;
    test_world::Member maelle;
};

/// Of the first item of the draft.
inline std::string item_id(Yard& yard)
{
    const auto page = yard.enora.browser.get(place + "/brouillon").body;
    const std::string mark = "/brouillon/articles/";
    auto from = page.find(mark) + mark.size();
    while (page[from] < '0' || page[from] > '9')
        from = page.find(mark, from) + mark.size();
    return page.substr(from, page.find('"', from) - from);
}

} // namespace pricebook_test
