#include "kernel/base/refusal.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/letters/editor_views.hpp"
#include "modules/letters/letter_actions.hpp"
#include "modules/letters/letter_pages.hpp"
#include "modules/letters/letter_project_pages.hpp"
#include "modules/letters/letter_words.hpp"
#include "modules/letters/opened_letter_pages.hpp"
#include "modules/letters/picture_forms.hpp"
#include "modules/letters/preview_pages.hpp"
#include "modules/letters/sent_letter_pages.hpp"
#include "modules/letters/sheet_forms.hpp"

namespace letters
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;
using Typed = Sheet<SaveLetter>;

html::Url letter_path(const Call& call, const Letter& letter, const std::string& rest = {})
{
    return letters_path(call, "/" + letter.id.text() + rest);
}

Typed saved_sheet(const Letter& letter)
{
    const auto content = content_from(letter.content);
    Typed typed;
    typed.head.typed = typed_of(content);
    typed.head.typed.emplace_back("title", letter.title);
    typed.head.typed.emplace_back("version", std::to_string(letter.version));
    if (letter.project_id)
        typed.head.typed.emplace_back("project", std::to_string(*letter.project_id));
    typed.blocks = typed_blocks(content.blocks);
    return typed;
}

html::Html head_fields(const Call& call, const Letter& letter, const Typed& typed,
                       const guard::FormView& fields)
{
    auto title = fields.field("title");
    title.length_max = static_cast<int>(title_length_max);
    const auto choices = call.context().read([&](WorkspaceTransaction& tx) {
        return project_choices(
            tx, {.client = letter.client_id,
                 .kept = letter.project_id,
                 .typed = projects::ProjectId::parse(typed.head.typed_value("project"))});
    });
    auto project = fields.field("project");
    project.placeholder = t("letters.start.no_project");
    return html::div(html::cls("grid grid-cols-1 gap-4"), ui::input_field(title),
                     html::when(!choices.empty(), ui::select_field(project, choices)));
}

std::vector<html::Url> pictures_of(const Call& call, const Letter& letter)
{
    const auto pages =
        pages_shown(paper_of(call, letter, letter.title, content_from(letter.content)));
    std::vector<html::Url> pictures;
    for (int page = 1; page <= pages; ++page)
        pictures.push_back(letter_path(call, letter, "/page")
                               .with("version", std::to_string(letter.version))
                               .with("page", std::to_string(page)));
    return pictures;
}

html::Html below(Call& call, const OpenedLetter& open)
{
    if (!open.issues.empty()) return issue_lines_card(call, open);
    const auto& letter = open.letter;
    return ui::form({.action = letter_path(call, letter, "/suppression"),
                     .guard = guard::form_guard(call),
                     .id = "remove-letter",
                     .classes = "mt-5",
                     .confirm = t("letters.remove_question", {{"title", letter.title}})},
                    ui::hidden_field("version", std::to_string(letter.version)),
                    ui::submit({.label = t("letters.remove"),
                                .icon = "trash-2",
                                .kind = ui::ButtonKind::Danger,
                                .size = ui::ButtonSize::Small}));
}

struct State {
    int status = 200;
    bool is_unsaved = false;
    int focus_key = 0;
    std::string trouble{};
};

http::Response editor_page(Call& call, const OpenedLetter& open, const Typed& typed,
                           const State& state)
{
    const auto& letter = open.letter;
    const guard::FormView fields{typed.head, "letters.field"};
    const auto paper = letter_path(call, letter, "/apercu");
    const EditorView view{
        .save = letter_path(call, letter),
        .paper = paper,
        .typed_pages = letter_path(call, letter, "/pages"),
        .guard = guard::form_guard(call),
        .fields = fields,
        .errors = typed.head.errors,
        .blocks = typed.blocks,
        .kept_pictures = {.slug = call.context().workspace().slug,
                          .kept = kept_pictures(call, letters::pictures_of(letter.id))},
        .heading = letter.title,
        .detail = kind_words(letter.kind) + " " + letter.number + " · " + open.client_name,
        .head = head_fields(call, letter, typed, fields),
        .below = below(call, open),
        .preview_note = t("letters.letter_note"),
        .pictures = pictures_of(call, letter),
        .version = std::string{typed.head.typed_value("version")},
        .trouble = state.trouble,
        .focus_key = state.focus_key,
        .is_unsaved = state.is_unsaved};
    const auto send = ui::link_button(letter_path(call, letter, "/envoi"),
                                      {.label = t("letters.sending.open"), .icon = "send"});
    return guard::render(
        call, guard::Page{.title = letter.title + " · " + open.client_name,
                          .body = editor(view),
                          .top = editor_actions(paper, send),
                          .breadcrumbs = html::group(
                              ui::breadcrumbs(
                                  {{t("letters.nav"), letters_path(call)}, {letter.number, {}}}),
                              html::div(html::cls("hidden sm:block"),
                                        ui::badge(state_words(letter.state),
                                                  ui::tone_named(state_tone(letter.state))))),
                          .status = state.status,
                          .topics = {"letter:" + letter.id.text()}});
}

Typed typed_sheet(Call& call, const Letter& letter)
{
    auto typed = read_sheet(call.form<SaveLetter>());
    hold_pictures(call, letters::pictures_of(letter.id), typed.blocks);
    return typed;
}

OpenedLetter opened_draft(Call& call)
{
    auto open = opened(call);
    base::refuse_unless(open.letter.state == LetterState::draft, "letters.refusal.not_draft");
    return open;
}

} // namespace

http::Response show_letter(Call& call)
{
    const auto open = opened(call);
    if (open.letter.state != LetterState::draft || !call.may("letters.manage"))
        return sent_letter_page(call, open);
    auto kept = call.blank_form<SaveLetter>();
    if (kept.typed.empty()) return editor_page(call, open, saved_sheet(open.letter), {});
    return editor_page(call, open, {.head = kept, .blocks = read_blocks(kept.typed)},
                       {.is_unsaved = true});
}

http::Response update_letter(Call& call)
{
    const auto open = opened_draft(call);
    auto typed = typed_sheet(call, open.letter);
    if (const auto step = call.request().form.get("step"); !step.empty()) {
        const auto focus = apply_step(typed.blocks, step);
        typed.head.errors = {};
        return editor_page(call, open, typed, {.is_unsaved = true, .focus_key = focus.value_or(0)});
    }
    const auto brought = to_be_saved(call, typed);
    if (!typed.is_valid())
        return editor_page(call, open, typed, {.status = 422, .is_unsaved = true});

    try {
        call.context().write([&](WorkspaceTransaction& tx) {
            save_letter(tx, {.id = open.letter.id,
                             .title = typed.head.command.title.value,
                             .project = typed.head.command.project,
                             .content = with_pictures(tx, letters::pictures_of(open.letter.id),
                                                      typed.blocks, typed.content(), brought),
                             .seen_version = typed.head.command.version.value});
        });
    } catch (const base::Refusal& refusal) {
        if (refusal.code == project_refused) {
            typed.head.errors.add("project", refusal.code);
            return editor_page(call, open, typed, {.status = 422, .is_unsaved = true});
        }
        if (refusal.kind != base::Refusal::Kind::Conflict) throw;
        return editor_page(
            call, open, typed,
            {.status = 409, .is_unsaved = true, .trouble = t(refusal.what(), refusal.params)});
    }
    return call.redirect(letter_path(call, open.letter).text(), "letters.notice.saved");
}

http::Response delete_letter(Call& call)
{
    const auto id = call.path_id<LetterId>("letter");
    const auto form = call.form<RemoveLetter>();
    base::refuse_unless(form.is_valid(), "letters.refusal.changed_since");
    call.context().write(
        [&](WorkspaceTransaction& tx) { remove_letter(tx, id, form.command.version.value); });
    return call.redirect(letters_path(call).text(), "letters.notice.removed");
}

http::Response show_letter_page(Call& call)
{
    const auto open = opened(call);
    return preview_page(call, shown_paper(call, open));
}

http::Response show_typed_letter_pages(Call& call)
{
    const auto open = opened_draft(call);
    const auto typed = typed_sheet(call, open.letter);
    if (!typed.is_valid()) return preview_problems(typed.head.errors, typed.blocks);
    return preview_pages(
        paper_of(call, open.letter, typed.head.command.title.value, typed.content()));
}

http::Response show_typed_letter_paper(Call& call)
{
    const auto open = opened_draft(call);
    const auto typed = typed_sheet(call, open.letter);
    if (!typed.is_valid())
        return editor_page(call, open, typed, {.status = 422, .is_unsaved = true});
    return preview_paper(
        paper_of(call, open.letter, typed.head.command.title.value, typed.content()));
}

} // namespace letters
