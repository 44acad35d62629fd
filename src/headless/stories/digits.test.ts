import { tellDigitStories } from './digitStory';

tellDigitStories([1, 2, 3, 4]);
