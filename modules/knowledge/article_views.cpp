#include "modules/knowledge/article_views.hpp"

#include "kernel/forms/field_types.hpp"
#include "kernel/html/markdown.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/i18n/translate.hpp"

namespace knowledge
{

using namespace html;
using i18n::t;

namespace
{

constexpr const char* column = "mx-auto w-full max-w-[760px] px-4 py-6";
constexpr const char* solved_form_id = "knowledge-solved";

/// « Publié · 3 problèmes résolus ».
std::string state_words(const Article& article)
{
    auto words = publication_words(article.publication);
    if (article.solved > 0)
        words += " · " + t("knowledge.solved_count", {{"count", std::to_string(article.solved)}});
    return words;
}

Html removal(const ArticleFormView& view)
{
    return ui::form(
        {.action = checked_local(view.action.text() + "/retrait"),
         .guard = view.guard,
         .classes = "mt-8",
         .confirm = t("knowledge.confirm_remove", {{"title", view.title}})},
        ui::submit(
            {.label = t("knowledge.remove"), .icon = "trash-2", .kind = ui::ButtonKind::Danger}));
}

Html fields_of(const ArticleFormView& view)
{
    std::vector<ui::Choice> publications;
    for (const auto publication : {Publication::draft, Publication::published})
        publications.push_back({.value = std::string{forms::enum_name(publication)},
                                .label = publication_words(publication)});
    return group(ui::input_field(view.fields.field("title")),
                 ui::input_field(view.fields.field("keywords")),
                 ui::text_area(view.fields.field("body"), 14),
                 ui::select_field(view.fields.field("publication", "draft"), publications));
}

Html published_rows(std::string_view slug, const std::vector<Headline>& articles)
{
    return each(articles, [&](const Headline& article) {
        return ui::row_link(route("/p/{}/conseils/{}", slug, article.id),
                            {.lead = ui::tile("book-open", ui::Tone::Blue),
                             .title = article.title,
                             .detail = {},
                             .aside = ui::icon("chevron-right")});
    });
}

Html solved_button(const Article& article)
{
    return ui::submit({.label = t("knowledge.client.solved"),
                       .icon = "circle-check",
                       .name = "article",
                       .value = article.id.text(),
                       .more = attribute<"form">(solved_form_id)});
}

} // namespace

std::string publication_words(Publication publication)
{
    return t("knowledge.publication." + std::string{forms::enum_name(publication)});
}

Html article_list(const ArticleListView& view)
{
    const auto heading = h1(cls("sr-only"), t("knowledge.title"));
    const auto fresh = route("/e/{}/reglages/conseils/nouveau", view.slug);
    if (view.articles.empty())
        return group(heading,
                     ui::empty_state({.icon = "book-open",
                                      .title = t("knowledge.none"),
                                      .detail = t("knowledge.none_detail"),
                                      .actions = ui::link_button(
                                          fresh, {.label = t("knowledge.new"), .icon = "plus"})}));
    const auto rows = each(view.articles, [&](const Article& article) {
        return ui::row_link(route("/e/{}/reglages/conseils/{}", view.slug, article.id),
                            {.title = article.title, .detail = state_words(article)});
    });
    return div(cls(column), heading,
               ui::card({.title = t("knowledge.title"),
                         .id = "articles",
                         .count = static_cast<int>(view.articles.size())},
                        rows));
}

Html article_form(const ArticleFormView& view)
{
    return div(
        cls("mx-auto w-full max-w-[640px] px-4 py-6"),
        h1(cls("h1 mb-5"), t(view.is_new ? "knowledge.new" : "knowledge.edit")),
        view.fields.summary(),
        ui::form(
            {.action = view.action, .guard = view.guard}, fields_of(view),
            when(!view.is_new, ui::hidden_field("version", view.fields.field("version").value)),
            ui::form_actions(
                ui::submit({.label = t("knowledge.save"), .kind = ui::ButtonKind::Primary}),
                ui::link_button(view.back,
                                {.label = t("knowledge.cancel"), .kind = ui::ButtonKind::Ghost}))),
        when(!view.is_new, removal(view)));
}

Html published_list(const PublishedView& view)
{
    const auto nothing = ui::empty_state({.icon = "book-open",
                                          .title = t("knowledge.client.none"),
                                          .detail = t("knowledge.client.none_detail")});
    return div(
        cls("grid grid-cols-1 gap-4 md:col-span-2"), h1(cls("h1"), t("knowledge.client.title")),
        ui::card({.title = {}, .id = {}},
                 view.articles.empty() ? nothing : published_rows(view.slug, view.articles)));
}

Html published_card(const PublishedView& view)
{
    if (view.articles.empty()) return none;
    return ui::card({.title = t("knowledge.client.title"),
                     .id = "articles",
                     .actions = span(cls("text-13"), ui::link(route("/p/{}/conseils", view.slug),
                                                              t("knowledge.client.all")))},
                    published_rows(view.slug, view.articles));
}

Html published_page(const PublishedArticleView& view)
{
    return div(
        cls("mx-auto w-full max-w-[760px] md:col-span-2"),
        p(cls("text-14"), ui::link(route("/p/{}/conseils", view.slug), t("knowledge.client.back"))),
        h1(cls("h1 mt-2"), view.article.title),
        div(cls("article mt-4"), markdown(view.article.body)),
        div(cls("card mt-6 p-5"), h2(cls("font-[600]"), t("knowledge.client.question")),
            div(cls("mt-4 flex flex-wrap gap-2"), solved_button(view.article),
                ui::link_button(route("/p/{}/demandes/nouvelle", view.slug),
                                {.label = t("knowledge.client.write"), .icon = "plus"}))),
        solved_form(view.slug, view.guard));
}

Html suggestions_place(std::string_view slug)
{
    return div(
        attribute<"data-controller">("suggest"),
        attribute<"data-suggest-url-value">(route("/p/{}/conseils/suggestions", slug).text()),
        attribute<"data-suggest-fields-value">("title"), attribute<"aria-live">("polite"));
}

Html suggestions(const std::vector<Article>& articles)
{
    if (articles.empty()) return none;
    const auto cards = each(articles, [](const Article& article) {
        return details(cls("card p-4"), summary(cls("cursor-pointer font-[550]"), article.title),
                       div(cls("article mt-3"), markdown(article.body)),
                       div(cls("mt-4"), solved_button(article)));
    });
    return div(cls("grid grid-cols-1 gap-2"),
               p(cls("text-14 text-fg-2"), t("knowledge.client.suggested")), cards);
}

Html solved_form(std::string_view slug, const Html& guard)
{
    return ui::form({.action = route("/p/{}/conseils/resolu", slug),
                     .guard = guard,
                     .id = solved_form_id,
                     .classes = ""});
}

} // namespace knowledge
