#include "modules/crm/client_export_pages.hpp"

#include "kernel/base/csv.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/guard/traced_reading.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/tenancy/own_preset.hpp"
#include "modules/crm/client_filter_pages.hpp"
#include "modules/crm/client_import.hpp"
#include "modules/crm/client_store.hpp"

namespace crm
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr int clients_at_once = 1'000;

template <class E>
std::string word_of(const char* family, E value)
{
    return t("crm." + std::string{family} + "." + std::string{forms::enum_name(value)});
}

/// The first of the words that the import knows for each column.
std::string head()
{
    std::vector<std::string> cells;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<ImportField>>([&](auto d) {
        if (d.value != ImportField::none)
            cells.push_back(
                base::split(t("crm.import.titles." + std::string{d.name}), '|').front());
    });
    return base::csv_line(cells);
}

std::string type_of(const Call& call, const std::string& code)
{
    for (const auto& type :
         tenancy::own_preset(call.context().workspace()).choices_of("clients.type"))
        if (type.code == code) return type.label;
    return code;
}

/// In the order of ImportField. Figures in groups, or a spreadsheet takes a telephone for a number.
std::string line_of(const Call& call, const Client& client)
{
    const auto phone = base::replace_all(i18n::phone(client.phone), "\u00a0", " ");
    return base::csv_line({client.company_name, client.last_name, client.first_name, client.email,
                           phone, client.billing_address, client.billing_postal_code,
                           client.billing_city, client.billing_country,
                           word_of("kind", client.kind), type_of(call, client.type),
                           word_of("status", client.status)});
}

ClientSearch search_of(const Call& call)
{
    auto search = search_for(filter_of(call), call.context().workspace().time_zone);
    search.limit = clients_at_once;
    return search;
}

std::string file_of(Call& call)
{
    return call.context().read([&](WorkspaceTransaction& tx) {
        auto bytes = std::string{base::csv_mark} + head();
        std::int64_t written = 0;
        for (auto search = search_of(call);;) {
            const auto clients = ClientStore{tx}.whole(search);
            written += static_cast<std::int64_t>(clients.size());
            base::refuse_unless(written <= export_clients_max, "crm.export.refusal.too_many",
                                {{"max", i18n::number(export_clients_max)}});
            for (const auto& client : clients)
                bytes += line_of(call, client);
            if (clients.size() < clients_at_once) return bytes;
            search.after_key = clients.back().search_key;
            search.after_id = clients.back().id;
        }
    });
}

} // namespace

http::Response export_clients(Call& call)
{
    guard::trace_reading(call, "crm.clients_exported");
    auto response = http::Response::text(file_of(call));
    response.headers.set("Content-Type", "text/csv; charset=utf-8");
    response.headers.set("Content-Disposition", "attachment; filename=\"clients-" +
                                                    call.context().workspace().slug + "-" +
                                                    call.context().today().text() + ".csv\"");
    response.headers.set("Cache-Control", "no-store");
    return response;
}

} // namespace crm
