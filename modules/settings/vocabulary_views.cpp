#include "modules/settings/vocabulary_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/settings/column_views.hpp"

namespace settings
{

using namespace html;
using i18n::t;

namespace
{

Html vocabulary_row(const VocabularyView& view, const presets::Vocabulary& vocabulary)
{
    const auto tile = ui::tile("list-filter", ui::Tone::Gray);
    if (vocabulary.name == view.in_use)
        return ui::row(
            {.lead = tile,
             .title = vocabulary.title,
             .detail = vocabulary.summary,
             .aside = ui::badge(t("settings.words.vocabulary.in_use"), ui::Tone::Green)});
    return ui::row_link(view.paths.vocabulary.with("nom", vocabulary.name),
                        {.lead = tile,
                         .title = vocabulary.title,
                         .detail = vocabulary.summary,
                         .aside = span(cls("link text-13"), t("settings.words.vocabulary.look"))});
}

Html becoming_row(const Becoming& one)
{
    return ui::row(
        {.lead = ui::tile("arrow-right", ui::Tone::Gray),
         .title = one.from + " → " + one.to,
         .detail = t("settings.words.anchor." + one.anchor),
         .aside = span(cls("num text-13 text-fg-3"), t("settings.words.vocabulary.count",
                                                       {{"count", i18n::number(one.count)}}))});
}

Html preview(const VocabularyView& view)
{
    if (!view.switching) return none;
    const auto* vocabulary = presets::find_vocabulary(view.asked);
    const auto title = vocabulary == nullptr ? view.asked : vocabulary->title;
    return ui::card(
        {.title = t("settings.words.vocabulary.preview", {{"name", title}}), .id = "preview"},
        group(each(view.switching->states, becoming_row),
              ui::card_body(group(
                  p(cls("hint mb-3"), t("settings.words.vocabulary.kept")),
                  ui::form({.action = view.paths.vocabulary, .guard = view.guard},
                           ui::hidden_field("name", view.asked),
                           ui::hidden_field("version", view.switching->version),
                           ui::form_actions(ui::submit(
                               {.label = t("settings.words.vocabulary.choose", {{"name", title}}),
                                .kind = ui::ButtonKind::Primary})))))));
}

} // namespace

Html vocabulary_page(const VocabularyView& view)
{
    return column(
        t("settings.words.vocabulary.lead"),
        group(view.summary,
              ui::card({.title = t("settings.words.vocabulary.title"), .id = "vocabularies"},
                       each(presets::vocabularies(),
                            [&](const presets::Vocabulary& one) {
                                return one.workflow(workflow_noun) == nullptr
                                           ? none
                                           : vocabulary_row(view, one);
                            })),
              preview(view)));
}

} // namespace settings
