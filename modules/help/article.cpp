#include "modules/help/article.hpp"

#include "kernel/base/text.hpp"
#include "kernel/i18n/typography.hpp"
#include "modules/help/embedded_articles.hpp"

#include <algorithm>
#include <stdexcept>

namespace help
{
namespace
{

constexpr std::string_view folder = "modules/help/articles/";
constexpr std::size_t number_length = 3; // "01-"

/// Lines one after the other, without their ends.
class Lines
{
  public:
    explicit Lines(std::string_view text) : rest_(text) {}
    bool is_over() const { return rest_.empty(); }
    std::string_view next()
    {
        const auto end = std::min(rest_.find('\n'), rest_.size());
        const auto line = rest_.substr(0, end);
        rest_.remove_prefix(std::min(end + 1, rest_.size()));
        return line;
    }
    std::string_view next_written()
    {
        auto line = next();
        while (line.empty() && !is_over())
            line = next();
        return line;
    }

  private:
    std::string_view rest_;
};

bool is_picture(std::string_view line)
{
    return line.starts_with("![") && line.ends_with(')') &&
           line.find("](") != std::string_view::npos;
}

Block picture_of(std::string_view line)
{
    const auto middle = line.find("](");
    auto file = line.substr(middle + 2, line.size() - middle - 3);
    file.remove_prefix(file.rfind('/') + 1); // 0 without a folder
    return {.kind = Block::Kind::Picture,
            .text = i18n::typography(std::string{line.substr(2, middle - 2)}),
            .picture = std::string{file.substr(0, file.rfind('.'))}};
}

/// Adds a line of Markdown to the words being read.
void add_words(std::vector<Block>& blocks, std::string_view line)
{
    if (blocks.empty() || blocks.back().kind != Block::Kind::Words) {
        if (line.empty()) return;
        blocks.push_back({.kind = Block::Kind::Words, .text = {}, .picture = {}});
    }
    blocks.back().text += i18n::typography(std::string{line}) + "\n";
}

constexpr std::string_view needs_mark = "<!-- needs: ";
constexpr std::string_view comment_end = " -->";

bool says_needs(std::string_view line)
{
    return line.starts_with(needs_mark) && line.ends_with(comment_end);
}

/// The right between the marks.
std::string needs_in(std::string_view line)
{
    line.remove_prefix(needs_mark.size());
    line.remove_suffix(comment_end.size());
    return std::string{line};
}

std::vector<Article> read_all(std::string_view prefix)
{
    std::vector<Article> articles;
    for (const auto& file : base::embedded_help()) {
        auto name = file.path;
        if (!name.starts_with(folder)) continue;
        name.remove_prefix(folder.size());
        if (!name.starts_with(prefix)) continue;
        name.remove_prefix(prefix.size() + number_length);
        articles.push_back(read_article(name.substr(0, name.rfind('.')), file.bytes));
    }
    return articles;
}

} // namespace

Article read_article(std::string_view name, std::string_view markdown)
{
    constexpr std::string_view title_mark = "# ";
    constexpr std::string_view heading_mark = "## ";
    Lines lines{markdown};
    auto title = lines.next_written();
    auto lead = lines.next_written();
    std::string needs;
    if (says_needs(lead)) {
        needs = needs_in(lead);
        lead = lines.next_written();
    }
    if (!title.starts_with(title_mark) || lead.empty() || lead.starts_with('#'))
        throw std::runtime_error("the article " + std::string{name} + " has no title or lead");
    title.remove_prefix(title_mark.size());
    Article article{.name = std::string{name},
                    .title = i18n::typography(std::string{title}),
                    .lead = i18n::typography(std::string{lead}),
                    .needs = std::move(needs),
                    .blocks = {}};
    while (!lines.is_over()) {
        const auto line = lines.next();
        if (line.starts_with(heading_mark))
            article.blocks.push_back(
                {.kind = Block::Kind::Heading,
                 .text = i18n::typography(std::string{line.substr(heading_mark.size())}),
                 .picture = {}});
        else if (is_picture(line))
            article.blocks.push_back(picture_of(line));
        else
            add_words(article.blocks, line);
    }
    return article;
}

const std::vector<Article>& articles_for(tenancy::Side side)
{
    static const auto team = read_all("equipe-");
    static const auto client = read_all("client-");
    return side == tenancy::Side::portal ? client : team;
}

const Article* find_article(tenancy::Side side, std::string_view name)
{
    const auto& articles = articles_for(side);
    const auto found = std::ranges::find(articles, name, &Article::name);
    return found == articles.end() ? nullptr : &*found;
}

} // namespace help
