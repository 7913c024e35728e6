#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/invoices/events.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <map>
#include <optional>
#include <vector>

namespace kernel
{
class Module;
}

/// Front door of signed invoices: clients sign what was issued to them, where the business asks
/// for it. Nothing here holds back issuing, sending or paying; who hands something over asks
/// `holds_back` first.
namespace signed_invoices
{

void describe(kernel::Module& module);

/// What a business wants of the invoices it issues from now on, in growing order.
enum class Wish { off, asked, required };
BOOST_DESCRIBE_ENUM(Wish, off, asked, required)

/// What one invoice stands at.
struct Standing {
    Wish wish = Wish::off; ///< of this invoice, now
    std::optional<base::Instant> signed_at;

    bool waits() const { return wish != Wish::off && !signed_at; }
    /// Its client must sign before what it is about is handed over to him.
    bool holds_back() const { return wish == Wish::required && !signed_at; }
};
inline constexpr std::size_t standings_max = 500; ///< at once; more are refused by an assertion
/// Of invoices that ask for a signature or have one; others are left out, cancelled ones that
/// nobody signed too.
std::map<invoices::InvoiceId, Standing> standings(tenancy::WorkspaceTransaction& tx,
                                                  const std::vector<invoices::InvoiceId>& ids);

} // namespace signed_invoices
