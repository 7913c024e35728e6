#include "modules/crm/client_filter_pages.hpp"

#include "kernel/base/text.hpp"
#include "kernel/forms/field_types.hpp"

namespace crm
{

ClientFilter filter_of(const guard::Call& call)
{
    ClientFilter filter{.query = std::string{call.query("q")},
                        .type = base::shorten(call.query("type"), 40),
                        .status = {},
                        .tag = TagId::parse(call.query("etiquette")).value_or(TagId{}),
                        .since = base::Date::parse(call.query("depuis")),
                        .with_archived = call.query("archives") == "1",
                        .is_inactive = call.query("inactifs") == "1"};
    ClientStatus status{};
    const bool is_none = call.query("statut").empty() ||
                         forms::FieldType<ClientStatus>::read({call.query("statut")}, status);
    if (!is_none) filter.status = status;
    ClientOrder order{};
    if (!forms::FieldType<ClientOrder>::read({call.query("tri")}, order)) filter.order = order;
    return filter;
}

html::Url with_filter(html::Url to, const ClientFilter& filter)
{
    const auto add = [&](std::string_view name, std::string_view value) {
        if (!value.empty()) to = to.with(name, value);
    };
    add("q", filter.query);
    add("type", filter.type);
    if (filter.status) add("statut", forms::enum_name(*filter.status));
    if (filter.tag) add("etiquette", filter.tag.text());
    if (filter.since) add("depuis", filter.since->text());
    if (filter.with_archived) add("archives", "1");
    if (filter.is_inactive) add("inactifs", "1");
    if (filter.order != ClientOrder::name) add("tri", forms::enum_name(filter.order));
    return to;
}

} // namespace crm
