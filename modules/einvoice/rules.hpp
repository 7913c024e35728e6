#pragma once

#include "modules/einvoice/faults.hpp"

#include <string_view>
#include <utility>
#include <vector>

/// The rules, a file for each family. For this module only.
namespace einvoice
{

class Findings
{
  public:
    /// Once for each rule and target.
    void unless(bool holds, Fault fault);
    std::vector<Fault> take() { return std::move(faults_); }

  private:
    std::vector<Fault> faults_;
};

void check_document(const Invoice& invoice, Findings& findings);
void check_references(const Invoice& invoice, Findings& findings);
void check_parties(const Invoice& invoice, Findings& findings);
void check_words(const Invoice& invoice, Findings& findings);
void check_amounts(const Invoice& invoice, Findings& findings);

/// Whether something is left once spaces are taken away, as the schematrons look at texts.
bool is_blank(std::string_view words);
bool is_country(std::string_view code);
/// 1 to 35 of letters, digits and + - _ /.
bool fits_number(std::string_view number);
inline constexpr std::size_t number_characters_max = 35;
/// The years that French rules know: 2000 to 2099.
bool fits_date(base::Date date);

} // namespace einvoice
