#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace secrets
{

/// 32 secret bytes, wiped when they go.
class Key
{
  public:
    static constexpr std::size_t size = 32;

    /// Asserts that there are exactly 32 bytes.
    explicit Key(std::string_view bytes);
    Key(const Key&) = default;
    Key& operator=(const Key&) = default;
    ~Key();

    static Key random();

    const unsigned char* data() const { return bytes_.data(); }
    std::string_view bytes() const;

  private:
    std::array<unsigned char, size> bytes_{};
};

} // namespace secrets
