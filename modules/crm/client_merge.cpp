#include "modules/crm/client_merge.hpp"

#include <algorithm>

namespace crm
{

std::vector<MergedField> take_fields(Client& kept, const Client& merged,
                                     const std::vector<std::string>& taken)
{
    std::vector<MergedField> changed;
    for (const auto& field : merge_fields) {
        const auto choice = field.with.empty() ? field.name : field.with;
        const bool is_taken = std::ranges::find(taken, choice) != taken.end();
        auto& value = kept.*field.value;
        const auto& other = merged.*field.value;
        if (!is_taken || value == other) continue;
        changed.push_back({.field = std::string{field.name}, .before = value, .after = other});
        value = other;
    }
    return changed;
}

void give_back(Client& kept, const std::vector<MergedField>& changed)
{
    for (const auto& change : changed) {
        const auto field = std::ranges::find(merge_fields, change.field, &MergeField::name);
        if (field == merge_fields.end()) continue;
        auto& value = kept.*field->value;
        if (value == change.after) value = change.before;
    }
}

} // namespace crm
