#include "modules/tickets/bulk_actions.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/tickets/ticket_actions.hpp"

#include <algorithm>
#include <set>

namespace tickets
{
namespace
{

using i18n::t;
using tenancy::WorkspaceTransaction;

void change(WorkspaceTransaction& tx, const std::string& number, const BulkRequest& request)
{
    const auto version = ticket_by_number(tx, number).version;
    switch (request.what) {
    case BulkWhat::assign:
        return assign_ticket(tx, number, request.assignee, version);
    case BulkWhat::prioritise:
        return prioritise_ticket(tx, number, request.priority, version);
    case BulkWhat::move:
        break;
    }
    move_ticket(tx, number, request.move, version);
}

/// Why it was refused; empty = it was done.
std::string refusal_of(tenancy::Context& context, const std::string& number,
                       const BulkRequest& request)
{
    try {
        context.write([&](WorkspaceTransaction& tx) { change(tx, number, request); });
    } catch (const base::Refusal& refusal) {
        return t(refusal.code, refusal.params);
    } catch (const base::Forbidden&) {
        return t("tickets.bulk.no_right");
    } catch (const base::NotFound&) {
        return t("tickets.bulk.not_found");
    }
    return {};
}

} // namespace

BulkResult change_all(tenancy::Context& context, std::vector<std::string> numbers,
                      const BulkRequest& request)
{
    BulkResult result;
    std::set<std::string> seen;
    std::erase_if(numbers, [&](const std::string& number) { return !seen.insert(number).second; });
    numbers.resize(std::min(numbers.size(), bulk_max));
    for (const auto& number : numbers) {
        auto why = refusal_of(context, number, request);
        if (why.empty())
            ++result.done;
        else
            result.refused.push_back({.number = number, .why = std::move(why)});
    }
    return result;
}

} // namespace tickets
