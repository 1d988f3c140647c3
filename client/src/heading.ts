/** Under this name the editor shows what is ours: commands, the status bar item, the output. */
export const heading = 'Azure Private Endpoints';
