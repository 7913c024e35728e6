#include "modules/quotes/issued_paper_actions.hpp"

#include "kernel/base/text.hpp"
#include "kernel/files/installation.hpp"
#include "kernel/files/intake.hpp"
#include "modules/quotes/issue_jobs.hpp"
#include "modules/quotes/issue_store.hpp"
#include "modules/quotes/quote_life_actions.hpp"
#include "modules/quotes/quote_mails.hpp"
#include "modules/quotes/sent_paper.hpp"

#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace quotes
{
namespace
{

using tenancy::WorkspaceTransaction;

constexpr std::size_t chance_bytes = 8;

/// A file of its own where files come in, removed with it.
class WrittenPaper
{
  public:
    explicit WrittenPaper(const std::string& bytes)
        : path_(files::incoming_folder() / ("quote-" + base::hex(base::random_bytes(chance_bytes))))
    {
        std::ofstream out{path_, std::ios::binary};
        out.exceptions(std::ios::failbit | std::ios::badbit);
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        out.close();
    }
    ~WrittenPaper()
    {
        std::error_code ignored;
        std::filesystem::remove(path_, ignored);
    }
    WrittenPaper(const WrittenPaper&) = delete;
    WrittenPaper& operator=(const WrittenPaper&) = delete;
    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

/// Nothing when it has its paper already.
std::optional<QuotePaper> frozen_paper(WorkspaceTransaction& tx, QuoteId id)
{
    const auto issue = IssueStore{tx}.find(id);
    if (!issue || issue->paper) return {};
    return sent_paper(tx, id);
}

files::Intake intake_of(const WrittenPaper& written, const std::string& bytes,
                        const std::string& number)
{
    return {.taken = {{.name = base::replace_all(number, "/", "-") + ".pdf",
                       .content = {.type = "application/pdf",
                                   .kind = files::Kind::document,
                                   .extensions = {"pdf"}},
                       .path = written.path(),
                       .bytes = static_cast<std::int64_t>(bytes.size()),
                       .sha256 = base::hex(base::sha256(bytes)),
                       .upload = {}}},
            .refused = {}};
}

/// What was answered, replaced or erased before its paper was drawn is sent to nobody.
bool is_mailed(WorkspaceTransaction& tx, const Quote& quote, const Issue& issue)
{
    const auto today = base::date_in(base::now(), tx.workspace().time_zone);
    return !issue.to_email.empty() && quote.state == QuoteState::sent && quote.valid_until >= today;
}

void keep_paper(WorkspaceTransaction& tx, QuoteId id, const files::Intake& intake)
{
    IssueStore store{tx};
    const auto issue = store.find(id);
    if (!issue || issue->paper) return;
    const auto file = files::attach(tx, {.kind = quote_papers, .id = id.value}, intake).front();
    if (!store.set_paper(id, file.value)) throw std::runtime_error("a quote has its paper already");
    const auto quote = quote_by_id(tx, id);
    if (is_mailed(tx, quote, *issue)) mail_issue(tx, quote, *issue, file);
    touch_quote(tx, id);
}

} // namespace

void issue_paper(tenancy::Context& context, QuoteId id)
{
    auto paper = context.read([&](WorkspaceTransaction& tx) { return frozen_paper(tx, id); });
    if (!paper) return;

    const auto number = paper->quote.number;
    const auto bytes = drawn(context, *std::move(paper));
    const WrittenPaper written{bytes};
    const auto intake = intake_of(written, bytes, number);
    files::keep(context.workspace().id, intake);
    context.write([&](WorkspaceTransaction& tx) { keep_paper(tx, id, intake); });
}

} // namespace quotes
