#include "kernel/secrets/key.hpp"

#include "kernel/base/assert.hpp"
#include "kernel/base/text.hpp"

#include <sodium.h>

#include <algorithm>

namespace secrets
{

Key::Key(std::string_view bytes)
{
    KERNEL_ASSERT(bytes.size() == size);
    std::copy(bytes.begin(), bytes.end(), bytes_.begin());
}

Key::~Key()
{
    sodium_memzero(bytes_.data(), bytes_.size());
}

Key Key::random()
{
    auto bytes = base::random_bytes(size);
    Key key{bytes};
    sodium_memzero(bytes.data(), bytes.size());
    return key;
}

std::string_view Key::bytes() const
{
    return {reinterpret_cast<const char*>(bytes_.data()), bytes_.size()};
}

} // namespace secrets
