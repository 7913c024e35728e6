#include "modules/crm/client_filter.hpp"

#include "kernel/base/text.hpp"

namespace crm
{

namespace
{

constexpr std::size_t digits_min = 4; // fewer are a part of a name
constexpr std::size_t address_min = 3;

/// Without the punctuation people put into a number; empty for what is not one.
std::string digits_of(std::string_view typed)
{
    std::string digits;
    for (const char c : base::replace_all(std::string{typed}, "\u00a0", " ")) {
        if (std::string_view{" .-()/"}.find(c) != std::string_view::npos) continue;
        const bool is_plus = c == '+' && digits.empty();
        if (!is_plus && (c < '0' || c > '9')) return {};
        digits += c;
    }
    return digits.size() < digits_min ? std::string{} : digits;
}

} // namespace

ClientSearch search_for(const ClientFilter& filter, std::string_view zone)
{
    ClientSearch search{.prefix = base::fold(base::shorten(filter.query, 100)),
                        .with_archived = filter.with_archived,
                        .after_key = {},
                        .after_id = {},
                        .type = filter.type,
                        .status = filter.status,
                        .tag = filter.tag,
                        .added_since = {},
                        .email = {},
                        .digits = digits_of(base::shorten(filter.query, 100)),
                        .order = filter.order};
    const auto typed = base::lower_ascii(base::trim(base::shorten(filter.query, 100)));
    if (typed.size() >= address_min && typed.find(' ') == typed.npos) search.email = typed;
    if (filter.since)
        search.added_since =
            base::instant_of({.date = *filter.since, .hour = 0, .minute = 0, .second = 0}, zone);
    return search;
}

} // namespace crm
