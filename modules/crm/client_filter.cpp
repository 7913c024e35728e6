#include "modules/crm/client_filter.hpp"

#include "kernel/base/text.hpp"

namespace crm
{

ClientSearch search_for(const ClientFilter& filter, std::string_view zone)
{
    ClientSearch search{.prefix = base::fold(base::shorten(filter.query, 100)),
                        .with_archived = filter.with_archived,
                        .after_key = {},
                        .after_id = {},
                        .type = filter.type,
                        .status = filter.status,
                        .tag = filter.tag,
                        .added_since = {}};
    if (filter.since)
        search.added_since =
            base::instant_of({.date = *filter.since, .hour = 0, .minute = 0, .second = 0}, zone);
    return search;
}

} // namespace crm
