#include "modules/pricebook/starting_book.hpp"

#include "kernel/base/text.hpp"
#include "modules/pricebook/item_forms.hpp"

#include <stdexcept>
#include <string>

namespace pricebook
{
namespace
{

Item item_of(const presets::Choice& choice, const std::string& where)
{
    forms::Typed typed{{"code", choice.code}, {"name", choice.label}};
    for (const auto& [field, value] : choice.details)
        typed.emplace_back(field, value);
    if (!choice.details.contains("tax")) typed.emplace_back("tax", "standard");
    auto form = forms::bind<SaveItem>(typed);
    check_whole(form);
    if (!form.is_valid()) throw std::logic_error(where + ": " + choice.code + " cannot be sold");
    auto item = applied(form.command, {});
    item.category_key = base::fold(item.category);
    item.search_key = base::fold(item.name);
    return item;
}

} // namespace

std::vector<std::vector<Item>> starting_versions(const presets::Preset& preset)
{
    std::vector<std::vector<Item>> versions;
    while (true) {
        const auto list = "pricebook.version_" + std::to_string(versions.size() + 1);
        const auto& choices = preset.choices_of(list);
        if (choices.empty()) return versions;
        versions.emplace_back();
        for (const auto& choice : choices)
            versions.back().push_back(item_of(choice, preset.name + ", " + list));
    }
}

} // namespace pricebook
