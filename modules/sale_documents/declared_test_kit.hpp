#pragma once

#include "modules/pricebook/pricebook.hpp"
#include "modules/settings/settings.hpp"
#include "modules/templates/templates.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

/// What the tests of modules that sell on paper declare besides their own; included by tests only.
namespace sale_documents_test
{

inline test_world::Declared settings_module()
{
    return {"settings", settings::describe};
}

inline test_world::Declared price_book()
{
    return {"pricebook", pricebook::describe};
}

inline test_world::Declared templates_module()
{
    return {"templates", templates::describe};
}

/// Of « charpentes », by who may: a code for each type of document.
inline void choose_looks(test_world::Member& by, const std::string& quotes,
                         const std::string& invoices, const std::string& credit_notes)
{
    REQUIRE(by.browser
                .post("/e/charpentes/reglages/modeles/choix", {{"quote", quotes},
                                                               {"invoice", invoices},
                                                               {"credit_note", credit_notes},
                                                               {"letter", "modern"},
                                                               {"contract", "modern"}})
                .status == 303);
}

} // namespace sale_documents_test
