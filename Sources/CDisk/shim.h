/* Declared by unistd.h for _GNU_SOURCE only, which Glibc's module leaves out. */
int syncfs(int descriptor);
