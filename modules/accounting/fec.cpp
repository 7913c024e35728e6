#include "modules/accounting/fec.hpp"

#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"

namespace accounting
{
namespace
{

using i18n::t;

constexpr char separator = '\t';

std::string piece_of(const Entry& entry, Charset charset)
{
    std::string text;
    text.reserve(256);
    for (const auto& words :
         {fec_text(entry.piece, charset), fec_day(entry.piece_day), fec_text(entry.label, charset)})
        (text += words) += separator;
    return text;
}

std::string head_of(const Entry& entry, Charset charset)
{
    std::string text;
    text.reserve(128);
    for (const auto& words :
         {std::string{code_of(entry.journal)}, fec_text(entry.journal_label, charset),
          fec_text(entry.number, charset), fec_day(entry.day)})
        (text += words) += separator;
    return text;
}

void add_account(std::string& text, const EntryLine& line, Charset charset)
{
    (text += line.account.number) += separator;
    (text += fec_text(line.account.label, charset)) += separator;
    (text += line.party ? fec_text(line.party->number, charset) : "") += separator;
    (text += line.party ? fec_text(line.party->label, charset) : "") += separator;
}

std::string iso(base::Date day)
{
    return day.text();
}

/// XML 1.0 has no place for control characters: fec_text took them.
std::string escaped(std::string_view words)
{
    std::string text;
    for (const char c : fec_text(words, Charset::utf8)) {
        if (c == '&')
            text += "&amp;";
        else if (c == '<')
            text += "&lt;";
        else if (c == '>')
            text += "&gt;";
        else
            text += c;
    }
    return text;
}

std::string element(std::string_view name, std::string_view words)
{
    std::string text{"<"};
    text.append(name).append(">").append(escaped(words)).append("</").append(name).append(">");
    return text;
}

std::string amount_element(const EntryLine& line)
{
    const bool is_debit = line.debit.value > 0;
    auto amount = fec_amount(is_debit ? line.debit : line.credit);
    amount[amount.find(',')] = '.';
    return element(is_debit ? "Debit" : "Credit", amount);
}

std::string line_element(const EntryLine& line)
{
    auto text = "<ligne>" + element("CompteNum", line.account.number) +
                element("CompteLib", line.account.label);
    if (line.party)
        text +=
            element("CompAuxNum", line.party->number) + element("CompAuxLib", line.party->label);
    return text + amount_element(line) + "</ligne>";
}

} // namespace

std::string fec_name(const base::Siren& siren, base::Date closing, std::string_view ending)
{
    return siren.value + "FEC" + fec_day(closing) + std::string{ending};
}

FecWriter::FecWriter(Charset charset, Sink sink) : charset_(charset), sink_(std::move(sink))
{
    std::string head;
    for (const auto name : fec_columns)
        (head += name) += separator;
    head.back() = '\r';
    sink_(head + "\n");
}

void FecWriter::write(const Entry& entry)
{
    check(entry);
    const auto head = head_of(entry, charset_);
    const auto piece = piece_of(entry, charset_);
    const auto valid = "\t\t" + fec_day(entry.validated_on) + "\t\t\r\n";
    std::string text;
    for (const auto& line : entry.lines) {
        text += head;
        add_account(text, line, charset_);
        text += piece;
        (text += fec_amount(line.debit)) += separator;
        (text += fec_amount(line.credit)) += separator;
        text += valid;
    }
    sink_(text);
}

FecXmlWriter::FecXmlWriter(base::Date closing, Sink sink) : sink_(std::move(sink))
{
    sink_("<?xml version=\"1.0\" encoding=\"UTF-8\"?><comptabilite><exercice>" +
          element("DateCloture", iso(closing)));
}

void FecXmlWriter::write(const Entry& entry)
{
    check(entry);
    const std::string code{code_of(entry.journal)};
    std::string text;
    if (code != journal_) {
        text = (journal_.empty() ? "" : "</journal>") + std::string{"<journal>"} +
               element("JournalCode", code) + element("JournalLib", entry.journal_label);
        journal_ = code;
    }
    text += "<ecriture>" + element("EcritureNum", entry.number) +
            element("EcritureDate", iso(entry.day)) + element("EcritureLib", entry.label) +
            element("PieceRef", entry.piece) + element("PieceDate", iso(entry.piece_day)) +
            element("ValidDate", iso(entry.validated_on));
    for (const auto& line : entry.lines)
        text += line_element(line);
    sink_(text + "</ecriture>");
}

void FecXmlWriter::finish()
{
    // The schema wants a journal, and an empty one may be.
    if (journal_.empty())
        sink_("<journal>" + element("JournalCode", code_of(Journal::other)) +
              element("JournalLib", t("accounting.journal.OD")));
    sink_("</journal></exercice></comptabilite>");
}

std::string fec_note(const FecNote& note)
{
    auto words = t("accounting.fec.note",
                   {{"business", note.business},
                    {"siren", note.siren.value},
                    {"first", i18n::short_date(note.first)},
                    {"closing", i18n::short_date(note.closing)},
                    {"charset", note.charset == Charset::latin9 ? "ISO 8859-15" : "UTF-8"},
                    {"lines", i18n::number(note.lines)}});
    for (const auto journal :
         {Journal::sales, Journal::purchases, Journal::bank, Journal::cash, Journal::other})
        words += "\n" + std::string{code_of(journal)} + " : " +
                 t("accounting.journal." + std::string{code_of(journal)});
    return words + "\n";
}

} // namespace accounting
