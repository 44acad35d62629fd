import { tellDigitStories } from './digitStory';

tellDigitStories([5, 6, 7, 8]);
