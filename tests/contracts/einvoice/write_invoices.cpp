#include "kernel/base/typed_number.hpp"
#include "tests/contracts/einvoice/invoices.hpp"

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>

/// write_invoices FILE…: a line of JSON for each, with what we read of it, or why we do not.
///
/// write_invoices SEED GOOD SPOILED FOLDER: that many invoices as FOLDER/cii/N.xml and
/// FOLDER/invoice/N.xml or FOLDER/credit/N.xml, and a line of JSON for each with what our own rules
/// say and what the figures come to. Of the good ones their papers too, as FOLDER/paper/N.pdf; the
/// last line says what one cost: {"papers":12,"cpu_ms":2.9}.
namespace
{

using einvoice::Invoice;

std::string in_quotes(std::string_view text)
{
    return '"' + std::string{text} + '"';
}

std::string rules_of(const Invoice& invoice)
{
    std::string all;
    for (const auto& fault : einvoice::faults_of(invoice))
        all += (all.empty() ? "" : ",") + in_quotes(fault.rule);
    return '[' + all + ']';
}

std::string amount(base::Cents cents)
{
    return in_quotes(base::plain_amount(cents));
}

std::string rows_of(const billing::Figures& figures)
{
    std::string all;
    for (const auto& row : figures.rows)
        all += (all.empty() ? "[" : ",[") + amount(row.base) + ',' + amount(row.tax) + ']';
    return '[' + all + ']';
}

std::string totals_of(const Invoice& invoice)
{
    const auto& totals = invoice.figures.totals;
    return "{\"lines\":" + amount(totals.lines) + ",\"net\":" + amount(totals.net) +
           ",\"tax\":" + amount(totals.tax) + ",\"gross\":" + amount(totals.gross) +
           ",\"due\":" + amount(einvoice::due(invoice)) + ",\"rows\":" + rows_of(invoice.figures) +
           '}';
}

void write(const std::filesystem::path& folder, const std::string& name, const std::string& bytes)
{
    std::filesystem::create_directories(folder);
    std::ofstream{folder / name, std::ios::binary} << bytes;
}

void write_both(const std::filesystem::path& folder, const std::string& name,
                const std::string& done, const Invoice& invoice)
{
    const bool is_credit = einvoice::is_credit(invoice.kind);
    write(folder / "cii", name + ".xml", einvoice::cii_of(invoice));
    write(folder / (is_credit ? "credit" : "invoice"), name + ".xml", einvoice::ubl_of(invoice));
    std::printf("{\"name\":%s,\"done\":%s,\"ours\":%s,\"totals\":%s}\n", in_quotes(name).c_str(),
                in_quotes(done).c_str(), rules_of(invoice).c_str(), totals_of(invoice).c_str());
}

std::string understood(std::string_view bytes)
{
    const auto read = einvoice::read_received(bytes);
    if (const auto* refused = std::get_if<einvoice::NotUnderstood>(&read))
        return "\"refused\":" + in_quotes(refused->sentence);
    const auto& invoice = std::get<einvoice::ReceivedInvoice>(read);
    return "\"net\":" + amount(invoice.net) + ",\"tax\":" + amount(invoice.tax) +
           ",\"gross\":" + amount(invoice.gross) + ",\"due\":" + amount(invoice.due) +
           ",\"count\":" + std::to_string(invoice.lines.size());
}

void read_files(int count, char** names)
{
    for (int i = 0; i < count; ++i) {
        std::ifstream file{names[i], std::ios::binary};
        const std::string bytes{std::istreambuf_iterator<char>{file}, {}};
        std::printf("{\"file\":%s,%s}\n", in_quotes(names[i]).c_str(), understood(bytes).c_str());
    }
}

class Papers
{
  public:
    void write(const std::filesystem::path& folder, const std::string& name, const Invoice& invoice)
    {
        const auto paper = invoices::paper_for(invoice);
        const auto before = std::clock();
        const auto pdf = einvoice::paper_of(paper, invoice);
        ticks_ += std::clock() - before;
        ++count_;
        ::write(folder / "paper", name + ".pdf", pdf);
    }
    void tell() const
    {
        if (count_ == 0) return;
        const double milliseconds = 1'000.0 * static_cast<double>(ticks_) / CLOCKS_PER_SEC;
        std::printf("{\"papers\":%d,\"cpu_ms\":%.2f}\n", count_, milliseconds / count_);
    }

  private:
    int count_ = 0;
    std::clock_t ticks_ = 0;
};

} // namespace

int main(int count, char** arguments)
{
    if (count > 1 && std::string_view{arguments[1]}.ends_with(".xml")) {
        read_files(count - 1, arguments + 1);
        return 0;
    }
    if (count != 5) return 2;
    const auto seed = std::strtoull(arguments[1], nullptr, 10);
    const auto good = std::strtoull(arguments[2], nullptr, 10);
    const auto spoiled = std::strtoull(arguments[3], nullptr, 10);
    Papers papers;
    for (unsigned long long i = 0; i < good + spoiled; ++i) {
        billing_kit::Dice dice{seed + i};
        auto invoice = invoices::good_invoice(dice);
        const auto done = i < good ? std::string{} : invoices::spoil(dice, invoice);
        const auto name = (i < good ? "good-" : "spoiled-") + std::to_string(seed + i);
        write_both(arguments[4], name, done, invoice);
        if (i < good) papers.write(arguments[4], name, invoice);
    }
    papers.tell();
}
