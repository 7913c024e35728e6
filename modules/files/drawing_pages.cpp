#include "modules/files/drawing_pages.hpp"

#include "kernel/auth/memberships.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/files/file_address.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/files/drawing_forms.hpp"
#include "modules/files/drawing_views.hpp"
#include "modules/files/file_pages.hpp"

namespace files
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

using Typed = forms::Form<DrawOnPhoto>;

struct Drawn {
    File photo;
    PhotoDrawing drawing;
};

/// What was drawn stays before the eyes of who may no more: `permitted` is readable_file then.
Drawn drawn_here(Call& call, File (*permitted)(WorkspaceTransaction&, FileId) = drawable_photo)
{
    const auto id = call.path_id<FileId>("file");
    return call.context().read([&](WorkspaceTransaction& tx) {
        return Drawn{.photo = permitted(tx, id), .drawing = drawing_of(tx, id)};
    });
}

std::string name_of(Call& call, tenancy::MembershipId member)
{
    const auto known =
        call.context().read([&](WorkspaceTransaction& tx) { return auth::members(tx, {member}); });
    return known.empty() ? std::string{} : known.front().name;
}

DrawingView view_of(Call& call, const Drawn& drawn, const Typed& form, const html::Url& back)
{
    const Place place{.slug = call.context().workspace().slug};
    const auto here = address(place, drawn.photo.id).text() + "/dessiner";
    return {.action = html::checked_local(here),
            .back = back,
            .picture = address(place, drawn.photo.id, Variant::large),
            .guard = guard::form_guard(call),
            .fields = {form, "files.field"},
            .photo = drawn.photo,
            .shapes = drawn.drawing.shapes,
            .typed = to_json(drawn.drawing.shapes),
            .version = drawn.drawing.version};
}

http::Response answer(Call& call, const DrawingView& view, int status)
{
    return guard::render(call, guard::Page{.title = t("files.drawing.title"),
                                           .body = drawing_page(view),
                                           .status = status});
}

/// What was typed stays in the form, also what nobody can read.
void keep_typed(DrawingView& view, const Typed& form)
{
    const auto typed = form.typed_value("shapes");
    if (typed.empty()) return;
    view.typed = typed;
    try {
        view.shapes = drawing_of_json(typed);
    } catch (const base::Refusal&) {
        view.shapes = {};
    }
}

http::Response refused_page(Call& call, const Typed& form, const base::Refusal* refusal)
{
    const auto drawn = drawn_here(call, readable_file);
    auto view = view_of(call, drawn, form, back_of(call, call.request().form.get("retour")));
    const bool is_conflict = refusal && refusal->kind == base::Refusal::Kind::Conflict;
    if (is_conflict)
        view.saved = {.shapes = drawn.drawing.shapes, .by = name_of(call, drawn.drawing.drawn_by)};
    keep_typed(view, form);
    view.is_answer = true;
    if (refusal) view.error = t(refusal->code, refusal->params);
    if (!is_conflict && !form.errors.find("version")) view.version = form.command.version.value;
    return answer(call, view, is_conflict ? 409 : 422);
}

} // namespace

http::Response edit_drawing(Call& call)
{
    const auto drawn = drawn_here(call);
    return answer(
        call,
        view_of(call, drawn, call.blank_form<DrawOnPhoto>(), back_of(call, call.query("retour"))),
        200);
}

http::Response update_drawing(Call& call)
{
    const auto photo = call.path_id<FileId>("file");
    const auto form = call.form<DrawOnPhoto>();
    try {
        drawn_here(call);
        if (!form.is_valid()) return refused_page(call, form, nullptr);
        const auto drawing = drawing_of(form.command);
        call.context().write([&](WorkspaceTransaction& tx) {
            draw_on(tx, drawable_photo(tx, photo), drawing, form.command.version.value);
        });
    } catch (const base::Refusal& refusal) {
        return refused_page(call, form, &refusal);
    }
    const auto back = back_of(call, call.request().form.get("retour"));
    if (!form.command.add && !form.command.remove)
        return call.redirect(back.text(), "files.drawing.saved");
    const Place place{.slug = call.context().workspace().slug};
    return call.redirect(drawing_address(place, photo, back).text(), "files.drawing.changed");
}

} // namespace files
