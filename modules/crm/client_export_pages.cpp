#include "modules/crm/client_export_pages.hpp"

#include "kernel/base/csv.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/documents/spreadsheet.hpp"
#include "kernel/guard/traced_reading.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/crm/client_activity_actions.hpp"
#include "modules/crm/client_filter_pages.hpp"
#include "modules/crm/client_import.hpp"
#include "modules/crm/client_store.hpp"
#include "modules/crm/client_type_actions.hpp"

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

using Cells = std::vector<std::string>;

/// The first of the words that the import knows for each column.
Cells head()
{
    Cells cells;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<ImportField>>([&](auto d) {
        if (d.value != ImportField::none)
            cells.push_back(
                base::split(t("crm.import.titles." + std::string{d.name}), '|').front());
    });
    return cells;
}

std::string type_of(const ClientTypes& types, const std::string& code)
{
    return has_type(types, code) ? type_name(types, code) : code;
}

/// In the order of ImportField. Figures in groups, or a spreadsheet takes a telephone for a number.
Cells cells_of(const ClientTypes& types, const Client& client)
{
    const auto phone = base::replace_all(i18n::phone(client.phone), "\u00a0", " ");
    return {client.company_name,
            client.last_name,
            client.first_name,
            client.email,
            phone,
            client.billing_address,
            client.billing_postal_code,
            client.billing_city,
            client.billing_country,
            word_of("kind", client.kind),
            type_of(types, client.type),
            word_of("status", client.status)};
}

ClientSearch search_of(const Call& call)
{
    auto search = search_for(filter_of(call), call.context().workspace().time_zone);
    search.limit = clients_at_once;
    return search;
}

std::vector<Cells> table_of(Call& call)
{
    return call.context().read([&](WorkspaceTransaction& tx) {
        const auto types = client_types(tx);
        std::vector<Cells> table{head()};
        std::int64_t written = 0;
        for (auto search = narrowed_by_activity(tx, filter_of(call), search_of(call));;) {
            const auto clients = ClientStore{tx}.whole(search);
            written += static_cast<std::int64_t>(clients.size());
            base::refuse_unless(written <= export_clients_max, "crm.export.refusal.too_many",
                                {{"max", i18n::number(export_clients_max)}});
            for (const auto& client : clients)
                table.push_back(cells_of(types, client));
            if (clients.size() < clients_at_once) return table;
            search.after_key = clients.back().search_key;
            search.after_id = clients.back().id;
        }
    });
}

std::string csv_of(const std::vector<Cells>& table)
{
    std::string bytes{base::csv_mark};
    for (const auto& cells : table)
        bytes += base::csv_line(cells);
    return bytes;
}

struct Kind {
    const char* type;
    const char* ending;
};

http::Response file(const Call& call, std::string bytes, const Kind& kind)
{
    auto response = http::Response::text(std::move(bytes));
    response.headers.set("Content-Type", kind.type);
    response.headers.set("Content-Disposition",
                         "attachment; filename=\"clients-" + call.context().workspace().slug + "-" +
                             call.context().today().text() + kind.ending + "\"");
    response.headers.set("Cache-Control", "no-store");
    return response;
}

} // namespace

http::Response export_clients(Call& call)
{
    guard::trace_reading(call, "crm.clients_exported");
    return file(call, csv_of(table_of(call)), {"text/csv; charset=utf-8", ".csv"});
}

http::Response export_workbook(Call& call)
{
    guard::trace_reading(call, "crm.clients_exported");
    return file(call, documents::workbook({.name = t("crm.export.sheet"), .rows = table_of(call)}),
                {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx"});
}

} // namespace crm
