#include "tests/faults/checks.hpp"

#include <iostream>

namespace faults
{

void Checks::that(bool holds, const std::string& fact)
{
    ++(holds ? passed_ : failed_);
    if (!holds) std::cout << "FAILED: " << fact << '\n';
}

int Checks::report() const
{
    std::cout << passed_ << " passed, " << failed_ << " failed\n";
    return failed_ == 0 && passed_ > 0 ? 0 : 1;
}

} // namespace faults
