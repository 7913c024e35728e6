#include "modules/signatures/shown.hpp"

#include "kernel/base/text.hpp"

namespace signatures
{

std::string sha256_of(const Shown& shown)
{
    return base::hex(base::sha256(shown.pdf));
}

} // namespace signatures
