#include "modules/files/file_pages.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/files/file_address.hpp"
#include "kernel/files/serving.hpp"
#include "kernel/forms/field_types.hpp"
#include "kernel/guard/form_view.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/files/file_forms.hpp"

namespace files
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

Place place_of(const Call& call)
{
    return {.slug = call.context().workspace().slug, .side = call.actor().side};
}

File file_of(Call& call)
{
    const auto id = call.path_id<FileId>("file");
    return call.context().read([&](WorkspaceTransaction& tx) { return readable_file(tx, id); });
}

http::Response answer_copy(Call& call, const File& file, Variant variant)
{
    const auto copy = call.context().read(
        [&](WorkspaceTransaction& tx) { return FileStore{tx}.find(file.id, variant); });
    if (!copy) throw base::NotFound{};
    return serve(call.context().workspace().id, file, *copy);
}

File own_file(Call& call)
{
    auto file = file_of(call);
    if (file.uploaded_by != call.actor().membership) throw base::NotFound{};
    return file;
}

http::Response description_page(Call& call, const File& file, const forms::Form<DescribeFile>& form,
                                const html::Url& back)
{
    using namespace html;
    const guard::FormView fields{form, "files.field"};
    const auto place = place_of(call);
    const auto picture =
        file.kind == Kind::document
            ? none
            : img(cls("mb-4 max-h-64 rounded-lg border border-line"), alt(file.alternative),
                  src(address(place, file.id, Variant::thumbnail)));
    const auto body =
        div(cls("mx-auto w-full max-w-[640px] px-4 py-6"),
            h1(cls("h1 mb-4"), t("files.description.title")),
            p(cls("mb-4 text-14 text-fg-2"), file.name), picture, fields.summary(),
            ui::form({.action = checked_local(address(place, file.id).text() + "/description"),
                      .guard = guard::form_guard(call)},
                     ui::hidden_field("retour", back.text()),
                     ui::input_field(fields.field("caption", file.caption)),
                     ui::input_field(fields.field("alternative", file.alternative)),
                     ui::form_actions(ui::submit({.label = t("files.description.submit"),
                                                  .kind = ui::ButtonKind::Primary}),
                                      ui::link_button(back, {.label = t("files.description.cancel"),
                                                             .kind = ui::ButtonKind::Ghost}))));
    return guard::render(call, guard::Page{.title = t("files.description.title"),
                                           .body = body,
                                           .status = form.is_valid() ? 200 : 422});
}

} // namespace

html::Url back_of(const Call& call, std::string_view typed)
{
    const auto home = call.in_workspace("/");
    return html::checked_local(typed.starts_with(home) ? std::string{typed} : home);
}

http::Response show_file(Call& call)
{
    const auto file = file_of(call);
    const bool is_for_client = call.actor().side == tenancy::Side::portal;
    if (is_for_client && file.kind == Kind::image && file.state == State::ready)
        return answer_copy(call, file, Variant::large);
    return serve(call.context().workspace().id, file);
}

http::Response show_copy(Call& call)
{
    const auto file = file_of(call);
    auto variant = Variant::thumbnail;
    if (forms::FieldType<Variant>::read({call.path("copy")}, variant)) throw base::NotFound{};
    return answer_copy(call, file, variant);
}

http::Response edit_description(Call& call)
{
    return description_page(call, own_file(call), call.blank_form<DescribeFile>(),
                            back_of(call, call.query("retour")));
}

http::Response update_description(Call& call)
{
    const auto file = own_file(call);
    const auto back = back_of(call, call.request().form.get("retour"));
    const auto form = call.form<DescribeFile>();
    if (!form.is_valid()) return description_page(call, file, form, back);

    call.context().write([&](WorkspaceTransaction& tx) {
        describe_file(tx, file.id, form.command.caption.value, form.command.alternative.value);
    });
    return call.redirect(back.text(), "files.description.saved");
}

} // namespace files
