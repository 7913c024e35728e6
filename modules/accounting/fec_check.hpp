#pragma once

#include "modules/accounting/entry.hpp"
#include "modules/accounting/fec_text.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace accounting
{

/// What is wrong with a file, as the tax office’s own tester and, after it, an auditor would say:
/// a code of « accounting.fec_fault » and the line, from 1; 0 for the file as a whole.
struct FecFault {
    std::string code;
    std::int64_t line = 0;
    friend bool operator==(const FecFault&, const FecFault&) = default;
};
inline constexpr std::size_t fec_faults_max = 100;

struct FecRead {
    std::vector<FecFault> faults; ///< the first fec_faults_max
    TrialBalance balance;         ///< of the lines that could be read
    std::int64_t lines = 0;       ///< without the head
    std::int64_t entries = 0;
};

/// Reads a flat file of the fiscal year that goes from `first` to `closing`, line by line.
struct FecFile {
    std::string_view bytes;
    std::string_view name;
    base::Date first;
    base::Date closing;
    Charset charset = Charset::latin9;
};
FecRead read_fec(const FecFile& file);

} // namespace accounting
