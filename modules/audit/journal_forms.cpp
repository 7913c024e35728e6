#include "modules/audit/journal_forms.hpp"

namespace audit
{
namespace
{

constexpr std::size_t code_length_max = 60;

std::string code_of(std::string text)
{
    const bool is_code =
        text.size() <= code_length_max &&
        text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_.") == std::string::npos;
    return is_code ? text : std::string{};
}

} // namespace

Filter filter_of(const Typed& typed)
{
    Filter filter{.actor = {},
                  .kind = code_of(typed("objet")),
                  .subject = 0,
                  .action = code_of(typed("action")),
                  .from = base::Date::parse(typed("du")),
                  .to = base::Date::parse(typed("au"))};
    const auto person = typed("personne");
    if (person == program_word)
        filter.actor = tenancy::MembershipId{};
    else
        filter.actor = tenancy::MembershipId::parse(person);
    const auto subject = base::Id<struct SubjectTag>::parse(typed("id"));
    if (subject && !filter.kind.empty()) filter.subject = subject->value;
    return filter;
}

std::vector<std::pair<std::string, std::string>> typed_fields(const Typed& typed)
{
    std::vector<std::pair<std::string, std::string>> fields;
    for (const auto* name : filter_fields)
        fields.emplace_back(name, typed(name));
    return fields;
}

} // namespace audit
