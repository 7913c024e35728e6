#include "kernel/html/ui/feedback.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/quotes/quote_views.hpp"

namespace quotes
{

using namespace html;
using i18n::t;

namespace
{

guard::FormView fields_of(const EditorView& view)
{
    guard::FormView fields{view.form.head, "quotes.field"};
    if (view.is_stale) fields.set_beside(view.saved_head, {{"client", view.client_name}});
    return fields;
}

Html head(const EditorView& view, const guard::FormView& fields)
{
    auto until = fields.field("valid_until");
    until.type = "date";
    until.is_numeric = true;
    auto title = fields.field("title");
    title.length_max = static_cast<int>(title_length_max);
    return div(cls("sale-head"), ui::select_field(fields.field("client"), view.clients),
               ui::input_field(title), ui::input_field(until));
}

Html words_below(const EditorView& view, const guard::FormView& fields)
{
    return div(cls("mt-6 grid gap-4 sm:grid-cols-2"), ui::input_field(fields.field("delay")),
               ui::select_field(fields.field("prices"), sale_documents::price_choices(view.books)),
               div(cls("sm:col-span-2"), ui::text_area(fields.field("note"), 3)));
}

} // namespace

Html quote_editor(const EditorView& view)
{
    const auto fields = fields_of(view);
    const auto& form = view.form;
    return sale_documents::editor(
        {.action = view.action,
         .guard = view.guard,
         .document = form.document(),
         .books = view.books,
         .fields = fields,
         .version = std::string{form.head.typed_value("version")},
         .heading =
             t("quotes.editor.title", {{"title", form.quote.title}, {"client", view.client_name}}),
         .notice = view.is_stale ? sale_documents::stale_notice(
                                       t("quotes.refusal.changed_meanwhile"), view.saved)
                                 : none,
         .head = head(view, fields),
         .below = words_below(view, fields),
         .may_edit = view.may_edit,
         .is_unsaved = view.is_unsaved,
         .focus_key = view.focus_key,
         .catalogue_path = view.catalogue_path,
         .catalogue = view.catalogue});
}

} // namespace quotes
