#pragma once

#include "kernel/base/official_numbers.hpp"
#include "modules/accounting/entry.hpp"
#include "modules/accounting/fec_text.hpp"

#include <array>
#include <functional>
#include <string>
#include <string_view>

/// « Fichier des écritures comptables »: what the tax office asks for (LPF art. A47 A-1 VII), as a
/// flat file and as its XML twin. Both are written entry by entry and keep none, so that a file of
/// any length takes the same memory.
namespace accounting
{

inline constexpr std::array<std::string_view, 18> fec_columns{
    "JournalCode", "JournalLib",  "EcritureNum", "EcritureDate", "CompteNum",     "CompteLib",
    "CompAuxNum",  "CompAuxLib",  "PieceRef",    "PieceDate",    "EcritureLib",   "Debit",
    "Credit",      "EcritureLet", "DateLet",     "ValidDate",    "Montantdevise", "Idevise"};

/// « 732829320FEC20261231.txt », « .xml », « -description.txt ».
std::string fec_name(const base::Siren& siren, base::Date closing, std::string_view ending);

/// Takes each piece of the file in its order.
using Sink = std::function<void(std::string_view bytes)>;

/// Tabs between fields, CRLF at the end of lines, no quotes. Entries come in the order of their
/// validation, then of their journal and number.
class FecWriter
{
  public:
    FecWriter(Charset charset, Sink sink);
    /// Refuses as check() does: nothing of that entry is written.
    void write(const Entry& entry);

  private:
    Charset charset_;
    Sink sink_;
};

/// UTF-8, as the schema of the DGFiP wants it. Entries come journal by journal.
class FecXmlWriter
{
  public:
    FecXmlWriter(base::Date closing, Sink sink);
    /// Refuses as check() does.
    void write(const Entry& entry);
    /// Once, after the last entry.
    void finish();

  private:
    Sink sink_;
    std::string journal_; ///< whose element is open
};

/// The paper that goes with the file: its characters, its separators, what its codes mean.
struct FecNote {
    std::string business;
    base::Siren siren;
    base::Date first;
    base::Date closing;
    Charset charset = Charset::latin9;
    std::int64_t lines = 0;
};
std::string fec_note(const FecNote& note);

} // namespace accounting
