int indented(int a)
{
    return a;
}
