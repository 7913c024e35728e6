#include "modules/accounting/month_copy.hpp"

#include "kernel/base/text.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/presets/preset.hpp"
#include "modules/accounting/entry_actions.hpp"
#include "modules/accounting/fec.hpp"
#include "modules/accounting/fec_causes.hpp"
#include "modules/accounting/safe_store.hpp"
#include "modules/accounting/tables.hpp"

#include <algorithm>

namespace accounting
{
namespace
{

using tenancy::WorkspaceTransaction;

constexpr int rows_max = 20'000;

CopyPiece piece_of(const Period& month, const std::string& stem, const char* ending,
                   std::string text)
{
    CopyPiece piece{.name = {},
                    .sha256 = base::hex(base::sha256(text)),
                    .bytes = std::ssize(text),
                    .text = {},
                    .paper = {}};
    piece.name = object_name(month.code, stem, piece.sha256, ending);
    piece.text = std::move(text);
    return piece;
}

/// One month; stops at the first hindrance.
class Gathering
{
  public:
    Gathering(WorkspaceTransaction& tx, const Period& month) : tx_(tx), month_(month) {}

    MonthCopy run()
    {
        each_entry(tx_, {.first = month_.first, .last = month_.last},
                   [&](const Entry&) { ++copy_.entries; });
        add_fec();
        if (copy_.hindrance.empty()) add_lists();
        if (copy_.hindrance.empty()) add_papers();
        return std::move(copy_);
    }

  private:
    void add(const std::string& stem, const char* ending, std::string text)
    {
        copy_.pieces.push_back(piece_of(month_, stem, ending, std::move(text)));
    }
    void hinder(const char* key) { copy_.hindrance = i18n::t(key, {{"month", month_.code}}); }

    void add_fec()
    {
        if (presets::find(tx_.workspace().preset).tax_regime != "FR") return;
        const auto head = fec_head(tx_);
        if (!head.siren) {
            copy_.hindrance = head.causes.front();
            return;
        }
        std::string bytes;
        FecWriter writer{Charset::latin9, [&](std::string_view piece) { bytes += piece; }};
        each_entry(tx_, {.first = month_.first, .last = month_.last},
                   [&](const Entry& entry) { writer.write(entry); });
        add(fec_name(*head.siren, month_.last, ""), ".txt", std::move(bytes));
    }

    void add_lists()
    {
        const MoneySearch search{.first = month_.first,
                                 .last = month_.last,
                                 .party = {},
                                 .means = {},
                                 .limit = rows_max + 1};
        MoneyStore store{tx_};
        const auto sales = store.sales(search);
        const auto receipts = store.receipts(search);
        if (std::max(sales.size(), receipts.size()) > rows_max)
            return hinder("accounting.safe.too_many");
        add("ecritures-" + month_.code, ".csv", entries_csv(tx_, month_));
        add("ventes-" + month_.code, ".csv", csv_of(sale_cells(sales)));
        add("reglements-" + month_.code, ".csv", csv_of(receipt_cells(receipts)));
    }

    void add_papers()
    {
        const auto issued = SafeStore{tx_}.issued(month_.first, month_.last);
        if (issued.size() > papers_of_month_max) return hinder("accounting.safe.too_many");
        for (const auto id : issued) {
            const auto paper = invoices::issued_paper_of(tx_, id);
            if (!paper) return hinder("accounting.safe.paper_missing");
            const auto stem = paper->name.substr(0, paper->name.rfind('.'));
            copy_.pieces.push_back({.name = object_name(month_.code, stem, paper->sha256, ".pdf"),
                                    .sha256 = paper->sha256,
                                    .bytes = paper->bytes,
                                    .text = {},
                                    .paper = files::Blob{tx_.workspace().id, paper->sha256}});
        }
    }

    WorkspaceTransaction& tx_;
    const Period& month_;
    MonthCopy copy_;
};

} // namespace

MonthCopy copy_of(WorkspaceTransaction& tx, const Period& month)
{
    return Gathering{tx, month}.run();
}

} // namespace accounting
