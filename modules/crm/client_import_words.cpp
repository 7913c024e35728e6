#include "kernel/base/text.hpp"
#include "kernel/forms/field_types.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/crm/client_import.hpp"

#include <algorithm>

namespace crm
{
namespace
{

/// A list of the catalogue: « e-mail | courriel | mail ».
std::vector<std::string> listed(const std::string& key)
{
    std::vector<std::string> words;
    for (const auto& word : base::split(i18n::t(key), '|'))
        words.push_back(base::fold(word));
    return words;
}

template <class E>
std::map<std::string, std::string, std::less<>> values_of(const std::string& family)
{
    std::map<std::string, std::string, std::less<>> values;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto d) {
        const auto key = family + "." + d.name;
        values.emplace(d.name, d.name);
        values.emplace(base::fold(i18n::t("crm." + key)), d.name);
        for (const auto& word : listed("crm.import.words." + key))
            values.emplace(word, d.name);
    });
    return values;
}

} // namespace

ImportWords::ImportWords(const ClientTypes& types)
{
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<ImportField>>([&](auto d) {
        if (d.value == ImportField::none) return;
        titles_.emplace(base::fold(d.name), d.value);
        titles_.emplace(base::fold(i18n::t("crm.field." + std::string{d.name})), d.value);
        for (const auto& word : listed("crm.import.titles." + std::string{d.name}))
            titles_.emplace(word, d.value);
    });
    values_[ImportField::kind] = values_of<ClientKind>("kind");
    values_[ImportField::status] = values_of<ClientStatus>("status");
    auto& known = values_[ImportField::type];
    for (const auto& type : types) {
        known.emplace(base::fold(type.code), type.code);
        known.emplace(base::fold(type.name), type.code);
    }
}

ImportField ImportWords::field_of(std::string_view title) const
{
    const auto found = titles_.find(base::fold(title));
    return found == titles_.end() ? ImportField::none : found->second;
}

std::vector<ImportField> ImportWords::fields_of(const std::vector<std::string>& titles) const
{
    std::vector<ImportField> fields;
    for (const auto& title : titles) {
        const auto field = field_of(title);
        const bool is_taken = std::ranges::find(fields, field) != fields.end();
        fields.push_back(is_taken ? ImportField::none : field);
    }
    return fields;
}

std::optional<std::string> ImportWords::value_of(ImportField field, std::string_view word) const
{
    const auto known = values_.find(field);
    if (known == values_.end() || word.empty()) return std::string{word};
    const auto found = known->second.find(base::fold(word));
    if (found == known->second.end()) return {};
    return found->second;
}

} // namespace crm
