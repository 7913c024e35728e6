#include "tests/isolation/scene.hpp"

namespace isolation
{
namespace
{

const bool registered = [] {
    catalogue().without_example["POST /p/{workspace}/flux/sujets"] =
        "answers 409 to who holds no stream";
    return true;
}();

} // namespace
} // namespace isolation
