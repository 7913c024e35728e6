#pragma once

#include "modules/pricebook/pricebook.hpp"
#include "modules/settings/settings.hpp"
#include "tests/world/world.hpp"

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

} // namespace sale_documents_test
