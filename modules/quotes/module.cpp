#include "kernel/module.hpp"

#include "modules/quotes/catalogue_pages.hpp"
#include "modules/quotes/moved_client_store.hpp"
#include "modules/quotes/quote_index.hpp"
#include "modules/quotes/quote_pages.hpp"
#include "modules/quotes/quote_paper_pages.hpp"
#include "modules/quotes/quote_subject_pages.hpp"
#include "modules/quotes/quotes.hpp"

namespace quotes
{
namespace
{

using guard::needs;

/// Of 200 lines that say all they may, as a browser encodes accents.
constexpr std::uint64_t form_bytes_max = 2 * 1024 * 1024;

void routes(kernel::Module& module)
{
    module.staff("/devis")
        .get("", list_quotes, needs("quotes.read"))
        .get("/nouveau", new_quote, needs("quotes.manage"))
        .get("/catalogue", show_catalogue, needs("quotes.manage"))
        .post("", create_quote, needs("quotes.manage"), "StartQuote")
        .get("/{quote}", show_quote, needs("quotes.read"), "quote")
        .post("/{quote}", update_quote, needs("quotes.manage"), "SaveQuote", "quote")
        .takes_files(form_bytes_max) // none comes: for the size of the form
        .post("/{quote}/totaux", count_quote, needs("quotes.read"), "SaveQuote", "quote")
        .takes_pieces(form_bytes_max) // asked while one types, and nothing is written
        .post("/{quote}/copie", create_copy, needs("quotes.manage"), {}, "quote")
        .get("/{quote}/apercu", show_paper, needs("quotes.read"), "quote")
        .get("/{quote}/suppression", confirm_removal, needs("quotes.manage"), "quote")
        .post("/{quote}/suppression", delete_quote, needs("quotes.manage"), "RemoveQuote", "quote");
}

} // namespace

void describe(kernel::Module& module)
{
    module.permission("quotes.read", "quotes.permission.read");
    module.permission("quotes.manage", "quotes.permission.manage");
    routes(module);
    module.subject({.kind = "quote", .lines = quote_lines});
    module.nav({.label_key = "quotes.nav",
                .path = "/devis",
                .icon = "file-pen-line",
                .permission = "quotes.read",
                .order = 100,
                .hotkey = "g d"});
    module.creation({.label_key = "quotes.list.new",
                     .path = "/devis/nouveau",
                     .icon = "file-pen-line",
                     .permission = "quotes.manage",
                     .order = 60,
                     .for_kind = "client"});
    module.searchable(quote_kind());
    module.indexed(quote_source());
    crm::move_with(quote_rows());
}

} // namespace quotes
