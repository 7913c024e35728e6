// Built by tools/check_hardening.sh --self-test with each protection removed in turn.
#include <cstdio>
#include <cstring>

int main(int count, char** words)
{
    char copy[64];
    std::strcpy(copy, words[count - 1]);
    std::puts(copy);
}
