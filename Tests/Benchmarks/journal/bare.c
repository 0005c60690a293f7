/* The least that a durable append can cost: COUNT times one write and one fdatasync to FILE, of SIZE bytes each. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int main(int count, char **words) {
    if (count != 4) return 2;
    int file = open(words[1], O_WRONLY | O_CREAT | O_APPEND, 0600), times = atoi(words[2]), size = atoi(words[3]);
    char *line = malloc(size);
    if (file < 0 || !line) return 1;
    memset(line, 'x', size);
    line[size - 1] = '\n';
    for (int i = 0; i < times; i++)
        if (write(file, line, size) != size || fdatasync(file) != 0) return 1;
    return 0;
}
