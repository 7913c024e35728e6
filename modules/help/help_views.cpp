#include "modules/help/help_views.hpp"

#include "kernel/html/markdown.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/help/picture_parts.hpp"

namespace help
{

using namespace html;
using i18n::t;

namespace
{

constexpr const char* column =
    "mx-auto grid w-full max-w-[760px] grid-cols-1 gap-6 px-4 py-6 sm:px-6";

Html heading(std::string_view title, std::string_view lead)
{
    return div(h1(cls("h1"), title), p(cls("mt-1 text-fg-2"), lead));
}

/// The screenshot, in a hairline. Nothing until it is made.
Html picture_of(const Block& block)
{
    const auto shot = picture_url(block.picture);
    if (!shot) return none;
    return figure(cls("my-6"),
                  img(src(*shot), alt(block.text), width(picture_width), height(picture_height),
                      loading("lazy"), cls("h-auto w-full rounded-[10px] border border-line")));
}

Html shown(const Block& block)
{
    switch (block.kind) {
    case Block::Kind::Heading:
        return h2(cls("h2 mb-2 mt-6"), block.text);
    case Block::Kind::Picture:
        return picture_of(block);
    case Block::Kind::Words:
        break;
    }
    return div(cls("article"), markdown(block.text));
}

} // namespace

Html contents_page(const ContentsView& view)
{
    const auto lead = view.side == tenancy::Side::portal ? "help.client_lead" : "help.team_lead";
    const auto line = [&](const Article* article) {
        return ui::row_link(checked_local(view.base.text() + "/" + article->name),
                            {.lead = ui::tile("book-open", ui::Tone::Blue),
                             .title = article->title,
                             .detail = article->lead});
    };
    return div(cls(column), heading(t("help.title"), t(lead)),
               ui::card({}, each(view.articles, line)));
}

Html article_page(const ArticleView& view)
{
    return div(cls(column), heading(view.article.title, view.article.lead),
               div(each(view.article.blocks, shown)),
               p(cls("text-13"), ui::link(view.contents, t("help.all"))));
}

} // namespace help
