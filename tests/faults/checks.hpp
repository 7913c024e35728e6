#pragma once

#include <string>

namespace faults
{

/// Counts facts that held and facts that did not; each is printed when it fails.
class Checks
{
  public:
    void that(bool holds, const std::string& fact);
    /// Prints « N passed, N failed ». The exit code of the program.
    int report() const;

  private:
    int passed_ = 0;
    int failed_ = 0;
};

} // namespace faults
