#include "modules/invoices/invoice_filter_pages.hpp"

#include "kernel/base/text.hpp"
#include "kernel/forms/field_types.hpp"

namespace invoices
{
namespace
{

constexpr std::size_t word_length_max = 100;

} // namespace

InvoiceSearch search_of(const guard::Call& call)
{
    InvoiceSearch search{.word = base::fold(base::shorten(call.query("q"), word_length_max)),
                         .today = call.context().today()};
    InvoiceView view{};
    if (!forms::FieldType<InvoiceView>::read({call.query("etat")}, view)) search.view = view;
    if (const auto before = InvoiceId::parse(call.query("avant"))) search.before = *before;
    search.limit = invoice_page_rows + 1;
    return search;
}

html::Url filtered(const guard::Call& call, const html::Url& to)
{
    auto url = to;
    for (const char* name : {"q", "etat"})
        if (!call.query(name).empty()) url = url.with(name, call.query(name));
    return url;
}

} // namespace invoices
